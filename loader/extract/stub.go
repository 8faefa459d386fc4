package extract

type event struct{}

func findNominals(r *reading)   {}
func findOutlet(r *reading)     {}
func findLocations(r *reading)  {}
func findIndirect(r *reading)   { r.resolvePronouns() }
func findEvents(r *reading)     {}

func (r *reading) eventsOut() []Event         { return []Event{} }
