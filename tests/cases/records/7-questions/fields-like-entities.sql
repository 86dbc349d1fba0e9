-- a metric, an entity and its field share a name
--   score, mrr by month for 2025-01-01 to 2025-02-28
WITH score_scan /* score */ AS (
  SELECT
    CAST(DATE_TRUNC('month', score.given_on) AS DATE) AS month,
    AVG(score.score) AS score
  FROM scores AS score
  WHERE
    score.given_on >= CAST('2025-01-01' AS DATE)
    AND score.given_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), mrr_by_months /* mrr by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', mrr.taken_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', mrr.stands_until) AS DATE) AS last_month,
    SUM(mrr.mrr) AS mrr
  FROM (
    SELECT
      mrr.*,
      LEAD(mrr.taken_on) OVER (PARTITION BY mrr.account ORDER BY mrr.taken_on NULLS LAST) AS stands_until
    FROM mrr
  ) AS mrr
  GROUP BY
    1,
    2
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), mrr_at_end_scan /* mrr */ AS (
  SELECT
    months.month AS month,
    SUM(mrr_by_months.mrr) AS mrr
  FROM mrr_by_months
  INNER JOIN months
    ON mrr_by_months.first_month < months.ends
    AND (
      mrr_by_months.last_month IS NULL OR mrr_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.score) AS score,
    MAX(stacked.mrr) AS mrr
  FROM (
    SELECT
      score_scan.month AS month,
      score_scan.score AS score,
      NULL AS mrr
    FROM score_scan
    UNION ALL
    SELECT
      mrr_at_end_scan.month AS month,
      NULL AS score,
      mrr_at_end_scan.mrr AS mrr
    FROM mrr_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS score,
      NULL AS mrr
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.score AS score,
  COALESCE(answer.mrr, 0) AS mrr
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', score.given_on) AS DATE) AS month,
--   -    AVG(score.score) AS score
--   +    CAST(DATE_TRUNC('month', CAST(score.given_on AS TIMESTAMP)) AS DATE) AS month,
--   +    AVG(CAST(score.score AS DOUBLE PRECISION)) AS score
--   -    CAST(DATE_TRUNC('month', mrr.taken_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', mrr.stands_until) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(mrr.taken_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(mrr.stands_until AS TIMESTAMP)) AS DATE) AS last_month,
--   -      LEAD(mrr.taken_on) OVER (PARTITION BY mrr.account ORDER BY mrr.taken_on NULLS LAST) AS stands_until
--   +      LEAD(mrr.taken_on) OVER (PARTITION BY mrr.account ORDER BY mrr.taken_on) AS stands_until
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS mrr
--   +      CAST(NULL AS DECIMAL) AS mrr
--   -      NULL AS score,
--   +      CAST(NULL AS DECIMAL) AS score,
--   -      NULL AS score,
--   -      NULL AS mrr
--   +      CAST(NULL AS DECIMAL) AS score,
--   +      CAST(NULL AS DECIMAL) AS mrr
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    AVG(score.score) AS score
--   +    AVG(CAST(score.score AS DOUBLE)) AS score
--   -    score.given_on >= CAST('2025-01-01' AS DATE)
--   -    AND score.given_on < CAST('2025-03-01' AS DATE)
--   +    score.given_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND score.given_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -      NULL AS mrr
--   +      CAST(NULL AS DECIMAL(1, 0)) AS mrr
--   -      NULL AS score,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS score,
--   -      NULL AS score,
--   -      NULL AS mrr
--   +      CAST(NULL AS DECIMAL(1, 0)) AS score,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS mrr

-- in conditions and in expressions of rows
--   count(score where score > 1) as bare, sum(score.score where score.score > 1) as dotted, sum(score.twice) as twice, sum(score.thrice) as thrice
SELECT
  COUNT(*) FILTER(WHERE
    score.score > 1) AS bare,
  COALESCE(SUM(score.score) FILTER(WHERE
    score.score > 1), 0) AS dotted,
  COALESCE(SUM(CAST(score.score AS BIGINT) * 2), 0) AS twice,
  COALESCE(SUM(CAST(score.score AS BIGINT) * 3), 0) AS thrice
FROM scores AS score;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    score.score > 1) AS bare,
--   -  COALESCE(SUM(score.score) FILTER(WHERE
--   -    score.score > 1), 0) AS dotted,
--   -  COALESCE(SUM(CAST(score.score AS BIGINT) * 2), 0) AS twice,
--   -  COALESCE(SUM(CAST(score.score AS BIGINT) * 3), 0) AS thrice
--   +  COUNT(CASE WHEN score.score > 1 THEN 1 END) AS bare,
--   +  COALESCE(SUM(CASE WHEN score.score > 1 THEN score.score END), 0) AS dotted,
--   +  COALESCE(SUM(score.score * 2), 0) AS twice,
--   +  COALESCE(SUM(score.score * 3), 0) AS thrice

-- as a group, behind a join and per value
--   count(score) as rows, sum(max(score.score) per score.account) as best by score.parent.score where score.id > 1
WITH score_scan /* count_score */ AS (
  SELECT
    parent.score AS score,
    COUNT(*) AS count_score
  FROM scores AS score
  LEFT JOIN scores AS parent
    ON score.parent_id = parent.id
  WHERE
    score.id > 1
  GROUP BY
    1
), score_scan_2 /* max_score */ AS (
  SELECT
    parent.score AS score,
    score.account AS account,
    MAX(score.score) AS max_score
  FROM scores AS score
  LEFT JOIN scores AS parent
    ON score.parent_id = parent.id
  WHERE
    score.id > 1
  GROUP BY
    1,
    2
), values_per_account /* sum_per_account */ AS (
  SELECT
    score_scan_2.score AS score,
    SUM(score_scan_2.max_score) AS sum_per_account
  FROM score_scan_2
  WHERE
    NOT score_scan_2.account IS NULL
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.score,
    MAX(stacked.count_score) AS count_score,
    MAX(stacked.sum_per_account) AS sum_per_account
  FROM (
    SELECT
      score_scan.score AS score,
      score_scan.count_score AS count_score,
      NULL AS sum_per_account
    FROM score_scan
    UNION ALL
    SELECT
      values_per_account.score AS score,
      NULL AS count_score,
      values_per_account.sum_per_account AS sum_per_account
    FROM values_per_account
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.score AS score,
  COALESCE(answer.count_score, 0) AS "rows",
  COALESCE(answer.sum_per_account, 0) AS best
FROM answer
ORDER BY
  answer.score NULLS LAST;
-- postgres:
--   -      NULL AS sum_per_account
--   +      CAST(NULL AS DECIMAL) AS sum_per_account
--   -      NULL AS count_score,
--   +      CAST(NULL AS DECIMAL) AS count_score,
--   -  answer.score NULLS LAST
--   +  answer.score ASC
-- snowflake:
--   -      NULL AS sum_per_account
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_account
--   -      NULL AS count_score,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_score,
--   -  COALESCE(answer.count_score, 0) AS "rows",
--   +  COALESCE(answer.count_score, 0) AS "ROWS",

-- filtered by it
--   count(score) as rows by score.score where score.score >= 2
SELECT
  score.score AS score,
  COUNT(*) AS "rows"
FROM scores AS score
WHERE
  score.score >= 2
GROUP BY
  1
ORDER BY
  score.score NULLS LAST;
-- postgres:
--   -  score.score NULLS LAST
--   +  score.score ASC
-- snowflake:
--   -  COUNT(*) AS "rows"
--   +  COUNT(*) AS "ROWS"
