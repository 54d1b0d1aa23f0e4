-- By when a question after the first touch is to be answered; null while none waits for an answer.
alter table conversations add column reply_due_at timestamptz;
