"""Tables with a head: what each column holds, and an action from each row."""
