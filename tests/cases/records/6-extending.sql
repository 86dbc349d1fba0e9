-- a function of a field is expanded where it stands
--   net_promoter_score, nps(answers.score) as same
SELECT
  100 * (
    AVG(CAST(answers.score >= 9 AS INT)) - AVG(CAST(answers.score <= 6 AS INT))
  ) AS net_promoter_score,
  100 * (
    AVG(CAST(answers.score >= 9 AS INT)) - AVG(CAST(answers.score <= 6 AS INT))
  ) AS same
FROM answers;
-- postgres:
--   -    AVG(CAST(answers.score >= 9 AS INT)) - AVG(CAST(answers.score <= 6 AS INT))
--   +    AVG(
--   +      CAST(CASE WHEN answers.score >= 9 THEN 1.0 WHEN NOT (
--   +        answers.score >= 9
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   +    ) - AVG(
--   +      CAST(CASE WHEN answers.score <= 6 THEN 1.0 WHEN NOT (
--   +        answers.score <= 6
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   +    )
--   -    AVG(CAST(answers.score >= 9 AS INT)) - AVG(CAST(answers.score <= 6 AS INT))
--   +    AVG(
--   +      CAST(CASE WHEN answers.score >= 9 THEN 1.0 WHEN NOT (
--   +        answers.score >= 9
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   +    ) - AVG(
--   +      CAST(CASE WHEN answers.score <= 6 THEN 1.0 WHEN NOT (
--   +        answers.score <= 6
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   +    )
-- snowflake:
--   -    AVG(CAST(answers.score >= 9 AS INT)) - AVG(CAST(answers.score <= 6 AS INT))
--   +    AVG(
--   +      CAST(CASE WHEN answers.score >= 9 THEN 1.0 WHEN NOT (
--   +        answers.score >= 9
--   +      ) THEN 0.0 END AS DOUBLE)
--   +    ) - AVG(
--   +      CAST(CASE WHEN answers.score <= 6 THEN 1.0 WHEN NOT (
--   +        answers.score <= 6
--   +      ) THEN 0.0 END AS DOUBLE)
--   +    )
--   -    AVG(CAST(answers.score >= 9 AS INT)) - AVG(CAST(answers.score <= 6 AS INT))
--   +    AVG(
--   +      CAST(CASE WHEN answers.score >= 9 THEN 1.0 WHEN NOT (
--   +        answers.score >= 9
--   +      ) THEN 0.0 END AS DOUBLE)
--   +    ) - AVG(
--   +      CAST(CASE WHEN answers.score <= 6 THEN 1.0 WHEN NOT (
--   +        answers.score <= 6
--   +      ) THEN 0.0 END AS DOUBLE)
--   +    )

-- by group
--   net_promoter_score by answers.team
SELECT
  answers.team AS team,
  100 * (
    AVG(CAST(answers.score >= 9 AS INT)) - AVG(CAST(answers.score <= 6 AS INT))
  ) AS net_promoter_score
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -    AVG(CAST(answers.score >= 9 AS INT)) - AVG(CAST(answers.score <= 6 AS INT))
--   +    AVG(
--   +      CAST(CASE WHEN answers.score >= 9 THEN 1.0 WHEN NOT (
--   +        answers.score >= 9
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   +    ) - AVG(
--   +      CAST(CASE WHEN answers.score <= 6 THEN 1.0 WHEN NOT (
--   +        answers.score <= 6
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   +    )
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -    AVG(CAST(answers.score >= 9 AS INT)) - AVG(CAST(answers.score <= 6 AS INT))
--   +    AVG(
--   +      CAST(CASE WHEN answers.score >= 9 THEN 1.0 WHEN NOT (
--   +        answers.score >= 9
--   +      ) THEN 0.0 END AS DOUBLE)
--   +    ) - AVG(
--   +      CAST(CASE WHEN answers.score <= 6 THEN 1.0 WHEN NOT (
--   +        answers.score <= 6
--   +      ) THEN 0.0 END AS DOUBLE)
--   +    )

-- in other contexts
--   net_promoter_score, prior(net_promoter_score, 1 month) as before, trailing(net_promoter_score, 2 months) as two by month for 2025-02
WITH answers_by_month /* share_answers_above, share_answers_below, share_answers_2_above, share_answers_2_below of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', answers.given_on) AS DATE) AS starting_month,
    COUNT(*) FILTER(WHERE
      (
        answers.score >= 9
      )) AS share_answers_above,
    COUNT(answers.score >= 9) AS share_answers_below,
    COUNT(*) FILTER(WHERE
      (
        answers.score <= 6
      )) AS share_answers_2_above,
    COUNT(answers.score <= 6) AS share_answers_2_below
  FROM answers
  WHERE
    answers.given_on >= CAST('2024-12-01' AS DATE)
    AND answers.given_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), answers_scan /* share_answers, share_answers_2 */ AS (
  SELECT
    answers_by_month.starting_month AS month,
    SUM(answers_by_month.share_answers_above) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS share_answers,
    SUM(answers_by_month.share_answers_2_above) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS share_answers_2
  FROM answers_by_month
  WHERE
    answers_by_month.starting_month >= CAST('2025-02-01' AS DATE)
    AND answers_by_month.starting_month < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), answers_prior_scan /* prior_share_answers, prior_share_answers_2 */ AS (
  SELECT
    CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    SUM(answers_by_month.share_answers_above) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS prior_share_answers,
    SUM(answers_by_month.share_answers_2_above) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS prior_share_answers_2
  FROM answers_by_month
  WHERE
    CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    answers_by_month.starting_month AS seen
  FROM answers_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), answers_scan_2 /* trailing_share_answers, trailing_share_answers_2 */ AS (
  SELECT
    months_seen.month AS month,
    SUM(answers_by_month.share_answers_above) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS trailing_share_answers,
    SUM(answers_by_month.share_answers_2_above) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS trailing_share_answers_2
  FROM answers_by_month
  INNER JOIN months_seen
    ON answers_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.share_answers) AS share_answers,
    MAX(stacked.share_answers_2) AS share_answers_2,
    MAX(stacked.prior_share_answers) AS prior_share_answers,
    MAX(stacked.prior_share_answers_2) AS prior_share_answers_2,
    MAX(stacked.trailing_share_answers) AS trailing_share_answers,
    MAX(stacked.trailing_share_answers_2) AS trailing_share_answers_2
  FROM (
    SELECT
      answers_scan.month AS month,
      answers_scan.share_answers AS share_answers,
      answers_scan.share_answers_2 AS share_answers_2,
      NULL AS prior_share_answers,
      NULL AS prior_share_answers_2,
      NULL AS trailing_share_answers,
      NULL AS trailing_share_answers_2
    FROM answers_scan
    UNION ALL
    SELECT
      answers_prior_scan.month AS month,
      NULL AS share_answers,
      NULL AS share_answers_2,
      answers_prior_scan.prior_share_answers AS prior_share_answers,
      answers_prior_scan.prior_share_answers_2 AS prior_share_answers_2,
      NULL AS trailing_share_answers,
      NULL AS trailing_share_answers_2
    FROM answers_prior_scan
    UNION ALL
    SELECT
      answers_scan_2.month AS month,
      NULL AS share_answers,
      NULL AS share_answers_2,
      NULL AS prior_share_answers,
      NULL AS prior_share_answers_2,
      answers_scan_2.trailing_share_answers AS trailing_share_answers,
      answers_scan_2.trailing_share_answers_2 AS trailing_share_answers_2
    FROM answers_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS share_answers,
      NULL AS share_answers_2,
      NULL AS prior_share_answers,
      NULL AS prior_share_answers_2,
      NULL AS trailing_share_answers,
      NULL AS trailing_share_answers_2
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  100 * (
    answer.share_answers - answer.share_answers_2
  ) AS net_promoter_score,
  100 * (
    answer.prior_share_answers - answer.prior_share_answers_2
  ) AS before,
  100 * (
    answer.trailing_share_answers - answer.trailing_share_answers_2
  ) AS two
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', answers.given_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(answers.given_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    SUM(answers_by_month.share_answers_above) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS share_answers,
--   -    SUM(answers_by_month.share_answers_2_above) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS share_answers_2
--   +    CAST(SUM(answers_by_month.share_answers_above) AS DOUBLE PRECISION) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS share_answers,
--   +    CAST(SUM(answers_by_month.share_answers_2_above) AS DOUBLE PRECISION) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS share_answers_2
--   -    CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   -    SUM(answers_by_month.share_answers_above) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS prior_share_answers,
--   -    SUM(answers_by_month.share_answers_2_above) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS prior_share_answers_2
--   +    CAST(answers_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   +    CAST(SUM(answers_by_month.share_answers_above) AS DOUBLE PRECISION) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS prior_share_answers,
--   +    CAST(SUM(answers_by_month.share_answers_2_above) AS DOUBLE PRECISION) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS prior_share_answers_2
--   -    CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(answers_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(answers_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -    SUM(answers_by_month.share_answers_above) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS trailing_share_answers,
--   -    SUM(answers_by_month.share_answers_2_above) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS trailing_share_answers_2
--   +    CAST(SUM(answers_by_month.share_answers_above) AS DOUBLE PRECISION) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS trailing_share_answers,
--   +    CAST(SUM(answers_by_month.share_answers_2_above) AS DOUBLE PRECISION) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS trailing_share_answers_2
--   -      NULL AS prior_share_answers,
--   -      NULL AS prior_share_answers_2,
--   -      NULL AS trailing_share_answers,
--   -      NULL AS trailing_share_answers_2
--   +      CAST(NULL AS DECIMAL) AS prior_share_answers,
--   +      CAST(NULL AS DECIMAL) AS prior_share_answers_2,
--   +      CAST(NULL AS DECIMAL) AS trailing_share_answers,
--   +      CAST(NULL AS DECIMAL) AS trailing_share_answers_2
--   -      NULL AS share_answers,
--   -      NULL AS share_answers_2,
--   +      CAST(NULL AS DECIMAL) AS share_answers,
--   +      CAST(NULL AS DECIMAL) AS share_answers_2,
--   -      NULL AS trailing_share_answers,
--   -      NULL AS trailing_share_answers_2
--   +      CAST(NULL AS DECIMAL) AS trailing_share_answers,
--   +      CAST(NULL AS DECIMAL) AS trailing_share_answers_2
--   -      NULL AS share_answers,
--   -      NULL AS share_answers_2,
--   -      NULL AS prior_share_answers,
--   -      NULL AS prior_share_answers_2,
--   +      CAST(NULL AS DECIMAL) AS share_answers,
--   +      CAST(NULL AS DECIMAL) AS share_answers_2,
--   +      CAST(NULL AS DECIMAL) AS prior_share_answers,
--   +      CAST(NULL AS DECIMAL) AS prior_share_answers_2,
--   -      NULL AS share_answers,
--   -      NULL AS share_answers_2,
--   -      NULL AS prior_share_answers,
--   -      NULL AS prior_share_answers_2,
--   -      NULL AS trailing_share_answers,
--   -      NULL AS trailing_share_answers_2
--   +      CAST(NULL AS DECIMAL) AS share_answers,
--   +      CAST(NULL AS DECIMAL) AS share_answers_2,
--   +      CAST(NULL AS DECIMAL) AS prior_share_answers,
--   +      CAST(NULL AS DECIMAL) AS prior_share_answers_2,
--   +      CAST(NULL AS DECIMAL) AS trailing_share_answers,
--   +      CAST(NULL AS DECIMAL) AS trailing_share_answers_2
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    COUNT(*) FILTER(WHERE
--   -      (
--   -        answers.score >= 9
--   -      )) AS share_answers_above,
--   +    COUNT(CASE WHEN (
--   +      answers.score >= 9
--   +    ) THEN 1 END) AS share_answers_above,
--   -    COUNT(*) FILTER(WHERE
--   -      (
--   -        answers.score <= 6
--   -      )) AS share_answers_2_above,
--   +    COUNT(CASE WHEN (
--   +      answers.score <= 6
--   +    ) THEN 1 END) AS share_answers_2_above,
--   -    answers.given_on >= CAST('2024-12-01' AS DATE)
--   -    AND answers.given_on < CAST('2025-03-01' AS DATE)
--   +    answers.given_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND answers.given_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    SUM(answers_by_month.share_answers_above) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS share_answers,
--   -    SUM(answers_by_month.share_answers_2_above) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS share_answers_2
--   +    CAST(SUM(answers_by_month.share_answers_above) AS DOUBLE) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS share_answers,
--   +    CAST(SUM(answers_by_month.share_answers_2_above) AS DOUBLE) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS share_answers_2
--   -    answers_by_month.starting_month >= CAST('2025-02-01' AS DATE)
--   -    AND answers_by_month.starting_month < CAST('2025-03-01' AS DATE)
--   +    answers_by_month.starting_month >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND answers_by_month.starting_month < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   -    SUM(answers_by_month.share_answers_above) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS prior_share_answers,
--   -    SUM(answers_by_month.share_answers_2_above) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS prior_share_answers_2
--   +    DATEADD(MONTH, 1, answers_by_month.starting_month) AS month,
--   +    CAST(SUM(answers_by_month.share_answers_above) AS DOUBLE) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS prior_share_answers,
--   +    CAST(SUM(answers_by_month.share_answers_2_above) AS DOUBLE) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS prior_share_answers_2
--   -    CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, answers_by_month.starting_month) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, answers_by_month.starting_month) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -2, months.ends)
--   -    SUM(answers_by_month.share_answers_above) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS trailing_share_answers,
--   -    SUM(answers_by_month.share_answers_2_above) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS trailing_share_answers_2
--   +    CAST(SUM(answers_by_month.share_answers_above) AS DOUBLE) / NULLIF(SUM(answers_by_month.share_answers_below), 0) AS trailing_share_answers,
--   +    CAST(SUM(answers_by_month.share_answers_2_above) AS DOUBLE) / NULLIF(SUM(answers_by_month.share_answers_2_below), 0) AS trailing_share_answers_2
--   -      NULL AS prior_share_answers,
--   -      NULL AS prior_share_answers_2,
--   -      NULL AS trailing_share_answers,
--   -      NULL AS trailing_share_answers_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_share_answers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_share_answers_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_share_answers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_share_answers_2
--   -      NULL AS share_answers,
--   -      NULL AS share_answers_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_answers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_answers_2,
--   -      NULL AS trailing_share_answers,
--   -      NULL AS trailing_share_answers_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_share_answers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_share_answers_2
--   -      NULL AS share_answers,
--   -      NULL AS share_answers_2,
--   -      NULL AS prior_share_answers,
--   -      NULL AS prior_share_answers_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_answers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_answers_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_share_answers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_share_answers_2,
--   -      NULL AS share_answers,
--   -      NULL AS share_answers_2,
--   -      NULL AS prior_share_answers,
--   -      NULL AS prior_share_answers_2,
--   -      NULL AS trailing_share_answers,
--   -      NULL AS trailing_share_answers_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_answers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_answers_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_share_answers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_share_answers_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_share_answers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_share_answers_2

-- functions of metrics, one within another
--   per_day(answers, 3) as a, twice(answers) as b, span(answers.score) as c
SELECT
  COUNT(*) / 3 AS a,
  COUNT(*) / 0.5 AS b,
  MAX(answers.score) - MIN(answers.score) AS c
FROM answers;
-- postgres:
--   -  COUNT(*) / 3 AS a,
--   -  COUNT(*) / 0.5 AS b,
--   +  CAST(COUNT(*) AS DOUBLE PRECISION) / 3 AS a,
--   +  CAST(COUNT(*) AS DOUBLE PRECISION) / 0.5 AS b,
-- snowflake:
--   -  COUNT(*) / 3 AS a,
--   -  COUNT(*) / 0.5 AS b,
--   +  CAST(COUNT(*) AS DOUBLE) / 3 AS a,
--   +  CAST(COUNT(*) AS DOUBLE) / 0.5 AS b,

-- an argument is one value, not a piece of text
--   per_day(answers + answers, 1 + 1) as a
SELECT
  (
    COUNT(*) + COUNT(*)
  ) / NULLIF((
    1 + 1
  ), 0) AS a
FROM answers;
-- postgres:
--   -  (
--   +  CAST((
--   -  ) / NULLIF((
--   +  ) AS DOUBLE PRECISION) / NULLIF((
-- snowflake:
--   -  (
--   +  CAST((
--   -  ) / NULLIF((
--   +  ) AS DOUBLE) / NULLIF((

-- an argument may be a length of time
--   more(sum(answers.score), 1 month) as grown, twice_more(sum(answers.score), 1 month) as twice,
--   more(sum(answers.score), $step) as step, lately(sum(answers.score), 2 months) as two
--   by month for 2025-02
WITH answers_by_month /* sum_score of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', answers.given_on) AS DATE) AS starting_month,
    SUM(answers.score) AS sum_score
  FROM answers
  WHERE
    answers.given_on >= CAST('2024-12-01' AS DATE)
    AND answers.given_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), answers_scan /* sum_score */ AS (
  SELECT
    answers_by_month.starting_month AS month,
    SUM(answers_by_month.sum_score) AS sum_score
  FROM answers_by_month
  WHERE
    answers_by_month.starting_month >= CAST('2025-02-01' AS DATE)
    AND answers_by_month.starting_month < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), answers_prior_scan /* prior_sum_score */ AS (
  SELECT
    CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    SUM(answers_by_month.sum_score) AS prior_sum_score
  FROM answers_by_month
  WHERE
    CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    answers_by_month.starting_month AS seen
  FROM answers_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), answers_scan_2 /* trailing_sum_score */ AS (
  SELECT
    months_seen.month AS month,
    SUM(answers_by_month.sum_score) AS trailing_sum_score
  FROM answers_by_month
  INNER JOIN months_seen
    ON answers_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_score) AS sum_score,
    MAX(stacked.prior_sum_score) AS prior_sum_score,
    MAX(stacked.trailing_sum_score) AS trailing_sum_score
  FROM (
    SELECT
      answers_scan.month AS month,
      answers_scan.sum_score AS sum_score,
      NULL AS prior_sum_score,
      NULL AS trailing_sum_score
    FROM answers_scan
    UNION ALL
    SELECT
      answers_prior_scan.month AS month,
      NULL AS sum_score,
      answers_prior_scan.prior_sum_score AS prior_sum_score,
      NULL AS trailing_sum_score
    FROM answers_prior_scan
    UNION ALL
    SELECT
      answers_scan_2.month AS month,
      NULL AS sum_score,
      NULL AS prior_sum_score,
      answers_scan_2.trailing_sum_score AS trailing_sum_score
    FROM answers_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_score,
      NULL AS prior_sum_score,
      NULL AS trailing_sum_score
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  (
    COALESCE(answer.sum_score, 0) - COALESCE(answer.prior_sum_score, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0) AS grown,
  2 * (
    (
      COALESCE(answer.sum_score, 0) - COALESCE(answer.prior_sum_score, 0)
    ) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0)
  ) AS twice,
  (
    COALESCE(answer.sum_score, 0) - COALESCE(answer.prior_sum_score, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0) AS step,
  COALESCE(answer.trailing_sum_score, 0) AS two
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', answers.given_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(answers.given_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    CAST(answers_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   -    CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(answers_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(answers_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -      NULL AS prior_sum_score,
--   -      NULL AS trailing_sum_score
--   +      CAST(NULL AS DECIMAL) AS prior_sum_score,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_score
--   -      NULL AS sum_score,
--   +      CAST(NULL AS DECIMAL) AS sum_score,
--   -      NULL AS trailing_sum_score
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_score
--   -      NULL AS sum_score,
--   -      NULL AS prior_sum_score,
--   +      CAST(NULL AS DECIMAL) AS sum_score,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_score,
--   -      NULL AS sum_score,
--   -      NULL AS prior_sum_score,
--   -      NULL AS trailing_sum_score
--   +      CAST(NULL AS DECIMAL) AS sum_score,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_score,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_score
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0) AS grown,
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0) AS grown,
--   -    (
--   +    CAST((
--   -    ) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0)
--   +    ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0)
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0) AS step,
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0) AS step,
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    answers.given_on >= CAST('2024-12-01' AS DATE)
--   -    AND answers.given_on < CAST('2025-03-01' AS DATE)
--   +    answers.given_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND answers.given_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    answers_by_month.starting_month >= CAST('2025-02-01' AS DATE)
--   -    AND answers_by_month.starting_month < CAST('2025-03-01' AS DATE)
--   +    answers_by_month.starting_month >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND answers_by_month.starting_month < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 1, answers_by_month.starting_month) AS month,
--   -    CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(answers_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, answers_by_month.starting_month) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, answers_by_month.starting_month) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -2, months.ends)
--   -      NULL AS prior_sum_score,
--   -      NULL AS trailing_sum_score
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_score,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_score
--   -      NULL AS sum_score,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_score,
--   -      NULL AS trailing_sum_score
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_score
--   -      NULL AS sum_score,
--   -      NULL AS prior_sum_score,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_score,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_score,
--   -      NULL AS sum_score,
--   -      NULL AS prior_sum_score,
--   -      NULL AS trailing_sum_score
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_score,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_score,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_score
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0) AS grown,
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0) AS grown,
--   -    (
--   +    CAST((
--   -    ) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0)
--   +    ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0)
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0) AS step,
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_score, 0)), 0) AS step,

-- within a length of time, and between two
--   again(1 day) as day, again(29 days) as month, again_between(2 days, 1 month) as later, latest(answers.given_on, 3 days) as latest
WITH answers_followed_by_answers /* the first answers that follow, for each key and time of answers */ AS (
  SELECT
    earlier.key,
    earlier."at",
    earlier.row_key,
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      answers.team AS key,
      answers.given_on AS "at",
      answers.id AS row_key
    FROM answers
    WHERE
      NOT answers.team IS NULL AND NOT answers.given_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      answers.team AS next_key,
      answers.given_on AS next_at,
      answers.given_on AS reached,
      answers.id AS next_row_key
    FROM answers
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= CAST(earlier."at" + INTERVAL '1' DAY AS DATE)
    AND later.next_row_key <> earlier.row_key
  GROUP BY
    1,
    2,
    3
), answers_followed_by_answers_2 /* the first answers that follow, for each key and time of answers */ AS (
  SELECT
    earlier.key,
    earlier."at",
    earlier.row_key,
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      answers.team AS key,
      answers.given_on AS "at",
      answers.id AS row_key
    FROM answers
    WHERE
      NOT answers.team IS NULL AND NOT answers.given_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      answers.team AS next_key,
      answers.given_on AS next_at,
      answers.given_on AS reached,
      answers.id AS next_row_key
    FROM answers
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= earlier."at"
    AND later.next_at <= CAST(earlier."at" + INTERVAL '29' DAY AS DATE)
    AND later.next_row_key <> earlier.row_key
  GROUP BY
    1,
    2,
    3
), answers_followed_by_answers_3 /* the first answers that follow, for each key and time of answers */ AS (
  SELECT
    earlier.key,
    earlier."at",
    earlier.row_key,
    MIN(later.reached) AS reached
  FROM (
    SELECT DISTINCT
      answers.team AS key,
      answers.given_on AS "at",
      answers.id AS row_key
    FROM answers
    WHERE
      NOT answers.team IS NULL AND NOT answers.given_on IS NULL
  ) AS earlier
  JOIN (
    SELECT
      answers.team AS next_key,
      answers.given_on AS next_at,
      answers.given_on AS reached,
      answers.id AS next_row_key
    FROM answers
  ) AS later
    ON later.next_key = earlier.key
    AND later.next_at >= CAST(earlier."at" + INTERVAL '2' DAY AS DATE)
    AND later.next_at <= CAST(earlier."at" + INTERVAL '1' MONTH AS DATE)
    AND later.next_row_key <> earlier.row_key
  GROUP BY
    1,
    2,
    3
)
SELECT
  COUNT(*) FILTER(WHERE
    NOT answers_following.reached IS NULL) AS day,
  COUNT(*) FILTER(WHERE
    NOT answers_following_2.reached IS NULL) AS month,
  COUNT(*) FILTER(WHERE
    NOT answers_following_3.reached IS NULL) AS later,
  MAX(CAST(answers.given_on + INTERVAL '3' DAY AS DATE)) AS latest
FROM answers
LEFT JOIN answers_followed_by_answers AS answers_following
  ON answers_following.key = answers.team
  AND answers_following."at" = answers.given_on
  AND answers_following.row_key = answers.id
LEFT JOIN answers_followed_by_answers_2 AS answers_following_2
  ON answers_following_2.key = answers.team
  AND answers_following_2."at" = answers.given_on
  AND answers_following_2.row_key = answers.id
LEFT JOIN answers_followed_by_answers_3 AS answers_following_3
  ON answers_following_3.key = answers.team
  AND answers_following_3."at" = answers.given_on
  AND answers_following_3.row_key = answers.id;
-- postgres:
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '1' DAY AS DATE)
--   +    AND later.next_at <= CAST(earlier."at" + INTERVAL '1 DAY' AS DATE)
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '29' DAY AS DATE)
--   +    AND later.next_at <= CAST(earlier."at" + INTERVAL '29 DAY' AS DATE)
--   -    AND later.next_at >= CAST(earlier."at" + INTERVAL '2' DAY AS DATE)
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '1' MONTH AS DATE)
--   +    AND later.next_at >= CAST(earlier."at" + INTERVAL '2 DAY' AS DATE)
--   +    AND later.next_at <= CAST(earlier."at" + INTERVAL '1 MONTH' AS DATE)
--   -  MAX(CAST(answers.given_on + INTERVAL '3' DAY AS DATE)) AS latest
--   +  MAX(CAST(answers.given_on + INTERVAL '3 DAY' AS DATE)) AS latest
-- snowflake:
--   -    earlier."at",
--   +    earlier."AT",
--   -      answers.given_on AS "at",
--   +      answers.given_on AS "AT",
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '1' DAY AS DATE)
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 1, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      answers.given_on AS "at",
--   +      answers.given_on AS "AT",
--   -    AND later.next_at >= earlier."at"
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '29' DAY AS DATE)
--   +    AND later.next_at >= earlier."AT"
--   +    AND later.next_at <= DATEADD(DAY, 29, earlier."AT")
--   -    earlier."at",
--   +    earlier."AT",
--   -      answers.given_on AS "at",
--   +      answers.given_on AS "AT",
--   -    AND later.next_at >= CAST(earlier."at" + INTERVAL '2' DAY AS DATE)
--   -    AND later.next_at <= CAST(earlier."at" + INTERVAL '1' MONTH AS DATE)
--   +    AND later.next_at >= DATEADD(DAY, 2, earlier."AT")
--   +    AND later.next_at <= DATEADD(MONTH, 1, earlier."AT")
--   -  COUNT(*) FILTER(WHERE
--   -    NOT answers_following.reached IS NULL) AS day,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT answers_following_2.reached IS NULL) AS month,
--   -  COUNT(*) FILTER(WHERE
--   -    NOT answers_following_3.reached IS NULL) AS later,
--   -  MAX(CAST(answers.given_on + INTERVAL '3' DAY AS DATE)) AS latest
--   +  COUNT(CASE WHEN NOT answers_following.reached IS NULL THEN 1 END) AS day,
--   +  COUNT(CASE WHEN NOT answers_following_2.reached IS NULL THEN 1 END) AS month,
--   +  COUNT(CASE WHEN NOT answers_following_3.reached IS NULL THEN 1 END) AS later,
--   +  MAX(DATEADD(DAY, 3, answers.given_on)) AS latest
--   -  AND answers_following."at" = answers.given_on
--   +  AND answers_following."AT" = answers.given_on
--   -  AND answers_following_2."at" = answers.given_on
--   +  AND answers_following_2."AT" = answers.given_on
--   -  AND answers_following_3."at" = answers.given_on
--   +  AND answers_following_3."AT" = answers.given_on
