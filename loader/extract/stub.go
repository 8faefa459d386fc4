package extract

type event struct{}

func findOutlet(r *reading)    {}
func findLocations(r *reading) {}
func findEvents(r *reading)    {}

func (r *reading) eventsOut() []Event { return []Event{} }
