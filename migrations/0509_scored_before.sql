-- retention: what was scored before it was noted by what; half of two versions is nothing whole.
update risk_settings r
set    scored_version_id = s.version_id, scored_at = s.scored_at
from   (select min(version_id) as version_id, min(scored_at) as scored_at from risk_scores
        having count(distinct version_id) = 1) s
where  r.scored_at is null;
