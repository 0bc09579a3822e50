-- Which of several leads answers for the whole of a task: since when, and by the number of which document.
ALTER TABLE task_addressee
  ADD COLUMN answers_on date,
  ADD COLUMN answers_document text;
