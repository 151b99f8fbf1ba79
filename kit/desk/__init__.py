"""The facilitator's desk: what a front end asks for. It joins the engine, the store and the paper, and owns no screen."""
