"""Reading of made-up piles, measured."""
