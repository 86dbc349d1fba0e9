-- a function of a field is expanded where it stands
--   net_promoter_score, nps(answers.score) as same
SELECT
  100 * (
    AVG(
      CAST(CASE WHEN answers.score >= 9 THEN 1.0 WHEN NOT (
        answers.score >= 9
      ) THEN 0.0 END AS DOUBLE)
    ) - AVG(
      CAST(CASE WHEN answers.score <= 6 THEN 1.0 WHEN NOT (
        answers.score <= 6
      ) THEN 0.0 END AS DOUBLE)
    )
  ) AS net_promoter_score,
  100 * (
    AVG(
      CAST(CASE WHEN answers.score >= 9 THEN 1.0 WHEN NOT (
        answers.score >= 9
      ) THEN 0.0 END AS DOUBLE)
    ) - AVG(
      CAST(CASE WHEN answers.score <= 6 THEN 1.0 WHEN NOT (
        answers.score <= 6
      ) THEN 0.0 END AS DOUBLE)
    )
  ) AS same
FROM answers;
-- postgres:
--   -      ) THEN 0.0 END AS DOUBLE)
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   -      ) THEN 0.0 END AS DOUBLE)
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   -      ) THEN 0.0 END AS DOUBLE)
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   -      ) THEN 0.0 END AS DOUBLE)
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)

-- by group
--   net_promoter_score by answers.team
SELECT
  answers.team AS team,
  100 * (
    AVG(
      CAST(CASE WHEN answers.score >= 9 THEN 1.0 WHEN NOT (
        answers.score >= 9
      ) THEN 0.0 END AS DOUBLE)
    ) - AVG(
      CAST(CASE WHEN answers.score <= 6 THEN 1.0 WHEN NOT (
        answers.score <= 6
      ) THEN 0.0 END AS DOUBLE)
    )
  ) AS net_promoter_score
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -      ) THEN 0.0 END AS DOUBLE)
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   -      ) THEN 0.0 END AS DOUBLE)
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  answers.team NULLS LAST
--   +  answers.team ASC

-- in other contexts
--   net_promoter_score, prior(net_promoter_score, 1 month) as before, trailing(net_promoter_score, 2 months) as two by month for 2025-02
WITH answers_scan /* share_answers, share_answers_2 */ AS (
  SELECT
    CAST(DATE_TRUNC('month', answers.given_on) AS DATE) AS month,
    AVG(
      CAST(CASE WHEN answers.score >= 9 THEN 1.0 WHEN NOT (
        answers.score >= 9
      ) THEN 0.0 END AS DOUBLE)
    ) AS share_answers,
    AVG(
      CAST(CASE WHEN answers.score <= 6 THEN 1.0 WHEN NOT (
        answers.score <= 6
      ) THEN 0.0 END AS DOUBLE)
    ) AS share_answers_2
  FROM answers
  WHERE
    answers.given_on >= CAST('2025-02-01' AS DATE)
    AND answers.given_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), answers_prior_scan /* prior_share_answers, prior_share_answers_2 */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(answers.given_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
    AVG(
      CAST(CASE WHEN answers.score >= 9 THEN 1.0 WHEN NOT (
        answers.score >= 9
      ) THEN 0.0 END AS DOUBLE)
    ) AS prior_share_answers,
    AVG(
      CAST(CASE WHEN answers.score <= 6 THEN 1.0 WHEN NOT (
        answers.score <= 6
      ) THEN 0.0 END AS DOUBLE)
    ) AS prior_share_answers_2
  FROM answers
  WHERE
    CAST(answers.given_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(answers.given_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
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
), answers_scan_2 /* trailing_share_answers, trailing_share_answers_2 */ AS (
  SELECT
    months.month AS month,
    AVG(
      CAST(CASE WHEN answers.score >= 9 THEN 1.0 WHEN NOT (
        answers.score >= 9
      ) THEN 0.0 END AS DOUBLE)
    ) AS trailing_share_answers,
    AVG(
      CAST(CASE WHEN answers.score <= 6 THEN 1.0 WHEN NOT (
        answers.score <= 6
      ) THEN 0.0 END AS DOUBLE)
    ) AS trailing_share_answers_2
  FROM answers
  JOIN months
    ON answers.given_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND answers.given_on < months.ends
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
--   -    CAST(DATE_TRUNC('month', answers.given_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(answers.given_on AS TIMESTAMP)) AS DATE) AS month,
--   -      ) THEN 0.0 END AS DOUBLE)
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   -      ) THEN 0.0 END AS DOUBLE)
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   -    CAST(DATE_TRUNC('month', CAST(answers.given_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(answers.given_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -      ) THEN 0.0 END AS DOUBLE)
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   -      ) THEN 0.0 END AS DOUBLE)
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   -    CAST(answers.given_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(answers.given_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(answers.given_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(answers.given_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
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
--   -      ) THEN 0.0 END AS DOUBLE)
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   -      ) THEN 0.0 END AS DOUBLE)
--   +      ) THEN 0.0 END AS DOUBLE PRECISION)
--   -    ON answers.given_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON answers.given_on >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
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
--   -    CAST(DATE_TRUNC('month', CAST(answers.given_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(answers.given_on + INTERVAL '1 MONTH' AS DATE)) AS DATE) AS month,
--   -    CAST(answers.given_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(answers.given_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(answers.given_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(answers.given_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-02-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE))
--   +    ) AS numbers
--   -    ON answers.given_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON answers.given_on >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -  answer.month NULLS LAST
--   +  answer.month ASC

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
