-- quality: an answer has a reason where it overrules what is known; notes stand at what was said.
alter table quality_answers drop column note;
