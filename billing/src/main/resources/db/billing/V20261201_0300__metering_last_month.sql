-- From the first moment on, as the hourly job keeps it: a clock may be set back over the start of a month.
CALL make_ledger_month((current_date - interval '1 month')::date);
