"""One module per verb, each with `run(seat) -> Exit`; imported when its verb is asked for."""
