"""The catalogues: `<language>/LC_MESSAGES/sheets.po` and `shipped.po`, and the `.mo` files made from them by `make words`."""
