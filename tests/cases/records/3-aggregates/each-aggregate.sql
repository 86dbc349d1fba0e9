-- count, count of a field, count distinct, sum
--   count(answers) as n, count(answers.x) as filled, count(distinct answers.customer) as customers, sum(answers.x) as total by answers.team
SELECT
  answers.team AS team,
  COUNT(*) AS n,
  COUNT(answers.x) AS filled,
  COUNT(DISTINCT answers.customer) AS customers,
  COALESCE(SUM(answers.x), 0) AS total
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  answers.team NULLS LAST
--   +  answers.team ASC

-- avg, median, min, max
--   avg(answers.x) as mean, median(answers.x) as mid, min(answers.x) as low, max(answers.x) as high by answers.team
SELECT
  answers.team AS team,
  AVG(CAST(answers.x AS DOUBLE)) AS mean,
  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.5) AS mid,
  MIN(answers.x) AS low,
  MAX(answers.x) AS high
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -  AVG(CAST(answers.x AS DOUBLE)) AS mean,
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.5) AS mid,
--   +  AVG(CAST(answers.x AS DOUBLE PRECISION)) AS mean,
--   +  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE PRECISION)) AS mid,
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.5) AS mid,
--   +  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE)) AS mid,
--   -  answers.team NULLS LAST
--   +  answers.team ASC

-- stddev and variance are of the sample, null for one row
--   variance(answers.x) as v, stddev(answers.x) as s by answers.team
SELECT
  answers.team AS team,
  VARIANCE(CAST(answers.x AS DOUBLE)) AS v,
  STDDEV_SAMP(CAST(answers.x AS DOUBLE)) AS s
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -  VARIANCE(CAST(answers.x AS DOUBLE)) AS v,
--   -  STDDEV_SAMP(CAST(answers.x AS DOUBLE)) AS s
--   +  VAR_SAMP(CAST(answers.x AS DOUBLE PRECISION)) AS v,
--   +  STDDEV_SAMP(CAST(answers.x AS DOUBLE PRECISION)) AS s
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  answers.team NULLS LAST
--   +  answers.team ASC

-- median and percentile interpolate
--   median(answers.x) as mid, percentile(answers.x, 90%) as p90, percentile(answers.x, 25%) as p25, percentile(answers.x, 0%) as p0, percentile(answers.x, 100%) as p100
SELECT
  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.5) AS mid,
  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.90) AS p90,
  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.25) AS p25,
  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.00) AS p0,
  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 1.00) AS p100
FROM answers;
-- postgres:
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.5) AS mid,
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.90) AS p90,
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.25) AS p25,
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.00) AS p0,
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 1.00) AS p100
--   +  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE PRECISION)) AS mid,
--   +  PERCENTILE_CONT(0.90) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE PRECISION)) AS p90,
--   +  PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE PRECISION)) AS p25,
--   +  PERCENTILE_CONT(0.00) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE PRECISION)) AS p0,
--   +  PERCENTILE_CONT(1.00) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE PRECISION)) AS p100
-- snowflake:
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.5) AS mid,
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.90) AS p90,
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.25) AS p25,
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.00) AS p0,
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 1.00) AS p100
--   +  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE)) AS mid,
--   +  PERCENTILE_CONT(0.90) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE)) AS p90,
--   +  PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE)) AS p25,
--   +  PERCENTILE_CONT(0.00) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE)) AS p0,
--   +  PERCENTILE_CONT(1.00) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE)) AS p100

-- a weighted average leaves out rows without value or weight
--   weighted_avg(answers.x, w) as mean by answers.team
SELECT
  answers.team AS team,
  SUM(CAST(answers.x AS DOUBLE) * answers.w) / NULLIF(SUM(answers.w) FILTER(WHERE
    NOT answers.x IS NULL), 0) AS mean
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -  SUM(CAST(answers.x AS DOUBLE) * answers.w) / NULLIF(SUM(answers.w) FILTER(WHERE
--   +  CAST(SUM(CAST(answers.x AS DOUBLE PRECISION) * answers.w) AS DOUBLE PRECISION) / NULLIF(SUM(answers.w) FILTER(WHERE
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  SUM(CAST(answers.x AS DOUBLE) * answers.w) / NULLIF(SUM(answers.w) FILTER(WHERE
--   -    NOT answers.x IS NULL), 0) AS mean
--   +  CAST(SUM(CAST(answers.x AS DOUBLE) * answers.w) AS DOUBLE) / NULLIF(SUM(CASE WHEN NOT answers.x IS NULL THEN answers.w END), 0) AS mean
--   -  answers.team NULLS LAST
--   +  answers.team ASC

-- share is of the rows whose condition is not null
--   share(answers.solved) as rate, share(answers.x >= 2) as big by answers.team
SELECT
  answers.team AS team,
  AVG(
    CAST(CASE WHEN answers.solved THEN 1.0 WHEN NOT (
      answers.solved
    ) THEN 0.0 END AS DOUBLE)
  ) AS rate,
  AVG(
    CAST(CASE WHEN answers.x >= 2 THEN 1.0 WHEN NOT (
      answers.x >= 2
    ) THEN 0.0 END AS DOUBLE)
  ) AS big
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -    ) THEN 0.0 END AS DOUBLE)
--   +    ) THEN 0.0 END AS DOUBLE PRECISION)
--   -    ) THEN 0.0 END AS DOUBLE)
--   +    ) THEN 0.0 END AS DOUBLE PRECISION)
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  answers.team NULLS LAST
--   +  answers.team ASC

-- first and last go by the time axis and skip nulls
--   first(answers.x) as f, last(answers.x) as l, last(answers.customer) as who by answers.team
SELECT
  answers.team AS team,
  FIRST(answers.x ORDER BY answers.given_on NULLS LAST, answers.id NULLS LAST) FILTER(WHERE
    NOT answers.x IS NULL AND NOT answers.given_on IS NULL) AS f,
  FIRST(answers.x ORDER BY answers.given_on DESC NULLS LAST, answers.id DESC NULLS LAST) FILTER(WHERE
    NOT answers.x IS NULL AND NOT answers.given_on IS NULL) AS l,
  FIRST(
    answers.customer ORDER BY answers.given_on DESC NULLS LAST, answers.id DESC NULLS LAST
  ) FILTER(WHERE
    NOT answers.customer IS NULL AND NOT answers.given_on IS NULL) AS who
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -  FIRST(answers.x ORDER BY answers.given_on NULLS LAST, answers.id NULLS LAST) FILTER(WHERE
--   -    NOT answers.x IS NULL AND NOT answers.given_on IS NULL) AS f,
--   -  FIRST(answers.x ORDER BY answers.given_on DESC NULLS LAST, answers.id DESC NULLS LAST) FILTER(WHERE
--   -    NOT answers.x IS NULL AND NOT answers.given_on IS NULL) AS l,
--   -  FIRST(
--   -    answers.customer ORDER BY answers.given_on DESC NULLS LAST, answers.id DESC NULLS LAST
--   -  ) FILTER(WHERE
--   -    NOT answers.customer IS NULL AND NOT answers.given_on IS NULL) AS who
--   +  (
--   +    ARRAY_AGG(answers.x ORDER BY answers.given_on ASC, answers.id ASC) FILTER(WHERE
--   +      NOT answers.x IS NULL AND NOT answers.given_on IS NULL)
--   +  )[1] AS f,
--   +  (
--   +    ARRAY_AGG(answers.x ORDER BY answers.given_on DESC NULLS LAST, answers.id DESC NULLS LAST) FILTER(WHERE
--   +      NOT answers.x IS NULL AND NOT answers.given_on IS NULL)
--   +  )[1] AS l,
--   +  (
--   +    ARRAY_AGG(
--   +      answers.customer ORDER BY answers.given_on DESC NULLS LAST, answers.id DESC NULLS LAST
--   +    ) FILTER(WHERE
--   +      NOT answers.customer IS NULL AND NOT answers.given_on IS NULL)
--   +  )[1] AS who
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  FIRST(answers.x ORDER BY answers.given_on NULLS LAST, answers.id NULLS LAST) FILTER(WHERE
--   -    NOT answers.x IS NULL AND NOT answers.given_on IS NULL) AS f,
--   -  FIRST(answers.x ORDER BY answers.given_on DESC NULLS LAST, answers.id DESC NULLS LAST) FILTER(WHERE
--   -    NOT answers.x IS NULL AND NOT answers.given_on IS NULL) AS l,
--   -  FIRST(
--   -    answers.customer ORDER BY answers.given_on DESC NULLS LAST, answers.id DESC NULLS LAST
--   -  ) FILTER(WHERE
--   -    NOT answers.customer IS NULL AND NOT answers.given_on IS NULL) AS who
--   +  ARRAY_AGG(
--   +    CASE WHEN NOT answers.x IS NULL AND NOT answers.given_on IS NULL THEN answers.x END
--   +  ) WITHIN GROUP (ORDER BY
--   +    answers.given_on ASC,
--   +    answers.id ASC)[1] AS f,
--   +  ARRAY_AGG(
--   +    CASE WHEN NOT answers.x IS NULL AND NOT answers.given_on IS NULL THEN answers.x END
--   +  ) WITHIN GROUP (ORDER BY
--   +    answers.given_on DESC NULLS LAST,
--   +    answers.id DESC NULLS LAST)[1] AS l,
--   +  ARRAY_AGG(
--   +    CASE
--   +      WHEN NOT answers.customer IS NULL AND NOT answers.given_on IS NULL
--   +      THEN answers.customer
--   +    END
--   +  ) WITHIN GROUP (ORDER BY
--   +    answers.given_on DESC NULLS LAST,
--   +    answers.id DESC NULLS LAST)[1] AS who
--   -  answers.team NULLS LAST
--   +  answers.team ASC

-- only is the one value, null when there are several or none
--   only(answers.customer) as who, only(answers.team) as team_only, only(answers.customer where id <= 2) as twice_ann by answers.team
SELECT
  answers.team AS team,
  CASE
    WHEN MIN(answers.customer) = MAX(answers.customer)
    THEN MIN(answers.customer)
  END AS who,
  CASE WHEN MIN(answers.team) = MAX(answers.team) THEN MIN(answers.team) END AS team_only,
  CASE
    WHEN MIN(answers.customer) FILTER(WHERE
      answers.id <= 2) = MAX(answers.customer) FILTER(WHERE
      answers.id <= 2)
    THEN MIN(answers.customer) FILTER(WHERE
      answers.id <= 2)
  END AS twice_ann
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -    WHEN MIN(answers.customer) = MAX(answers.customer)
--   -    THEN MIN(answers.customer)
--   +    WHEN MIN(answers.customer COLLATE "C") = MAX(answers.customer COLLATE "C")
--   +    THEN MIN(answers.customer COLLATE "C")
--   -  CASE WHEN MIN(answers.team) = MAX(answers.team) THEN MIN(answers.team) END AS team_only,
--   -    WHEN MIN(answers.customer) FILTER(WHERE
--   -      answers.id <= 2) = MAX(answers.customer) FILTER(WHERE
--   +    WHEN MIN(answers.team COLLATE "C") = MAX(answers.team COLLATE "C")
--   +    THEN MIN(answers.team COLLATE "C")
--   +  END AS team_only,
--   +  CASE
--   +    WHEN MIN(answers.customer COLLATE "C") FILTER(WHERE
--   +      answers.id <= 2) = MAX(answers.customer COLLATE "C") FILTER(WHERE
--   -    THEN MIN(answers.customer) FILTER(WHERE
--   +    THEN MIN(answers.customer COLLATE "C") FILTER(WHERE
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -    WHEN MIN(answers.customer) FILTER(WHERE
--   -      answers.id <= 2) = MAX(answers.customer) FILTER(WHERE
--   -      answers.id <= 2)
--   -    THEN MIN(answers.customer) FILTER(WHERE
--   -      answers.id <= 2)
--   +    WHEN MIN(CASE WHEN answers.id <= 2 THEN answers.customer END) = MAX(CASE WHEN answers.id <= 2 THEN answers.customer END)
--   +    THEN MIN(CASE WHEN answers.id <= 2 THEN answers.customer END)
--   -  answers.team NULLS LAST
--   +  answers.team ASC

-- an approximate distinct count is right when there are few
--   approx_count(distinct answers.customer) as customers
SELECT
  COALESCE(APPROX_COUNT_DISTINCT(answers.customer), 0) AS customers
FROM answers;
-- postgres:
--   -  COALESCE(APPROX_COUNT_DISTINCT(answers.customer), 0) AS customers
--   +  COUNT(DISTINCT answers.customer) AS customers

-- distinct counts do not add up over groups or time
--   count(distinct answers.customer) as customers by day for 2025-01-01 to 2025-01-03
WITH answers_scan /* count_customer */ AS (
  SELECT
    answers.given_on AS day,
    COUNT(DISTINCT answers.customer) AS count_customer
  FROM answers
  WHERE
    answers.given_on >= CAST('2025-01-01' AS DATE)
    AND answers.given_on < CAST('2025-01-04' AS DATE)
  GROUP BY
    1
), days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-03' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_customer) AS count_customer
  FROM (
    SELECT
      answers_scan.day AS day,
      answers_scan.count_customer AS count_customer
    FROM answers_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_customer
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.count_customer, 0) AS customers
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-03' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-01-03' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_customer
--   +      CAST(NULL AS DECIMAL) AS count_customer
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-03' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(CAST('2025-01-01' AS DATE) + numbers.n * INTERVAL '1 DAY' AS DATE) AS day
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
--   +        n <= DATEDIFF(DAY, CAST('2025-01-01' AS DATE), CAST('2025-01-03' AS DATE))
--   +    ) AS numbers
--   -  answer.day NULLS LAST
--   +  answer.day ASC

-- and are right over the whole range
--   count(distinct answers.customer) as customers for 2025-01-01 to 2025-01-03
SELECT
  COUNT(DISTINCT answers.customer) AS customers
FROM answers
WHERE
  answers.given_on >= CAST('2025-01-01' AS DATE)
  AND answers.given_on < CAST('2025-01-04' AS DATE);

-- the least and the greatest date
--   min(answers.given_on) as f, max(answers.given_on) as l by answers.team
SELECT
  answers.team AS team,
  MIN(answers.given_on) AS f,
  MAX(answers.given_on) AS l
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  answers.team NULLS LAST
--   +  answers.team ASC

-- a condition inside an aggregate leaves the others alone and removes no group
--   count(answers where solved) as solved, sum(answers.x where team = 'a') as of_a, avg(answers.x where team = 'a') as mean_a by answers.team
SELECT
  answers.team AS team,
  COUNT(*) FILTER(WHERE
    answers.solved) AS solved,
  COALESCE(SUM(answers.x) FILTER(WHERE
    answers.team = 'a'), 0) AS of_a,
  AVG(CAST(answers.x AS DOUBLE)) FILTER(WHERE
    answers.team = 'a') AS mean_a
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -  AVG(CAST(answers.x AS DOUBLE)) FILTER(WHERE
--   +  AVG(CAST(answers.x AS DOUBLE PRECISION)) FILTER(WHERE
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    answers.solved) AS solved,
--   -  COALESCE(SUM(answers.x) FILTER(WHERE
--   -    answers.team = 'a'), 0) AS of_a,
--   -  AVG(CAST(answers.x AS DOUBLE)) FILTER(WHERE
--   -    answers.team = 'a') AS mean_a
--   +  COUNT(CASE WHEN answers.solved THEN 1 END) AS solved,
--   +  COALESCE(SUM(CASE WHEN answers.team = 'a' THEN answers.x END), 0) AS of_a,
--   +  AVG(CASE WHEN answers.team = 'a' THEN CAST(answers.x AS DOUBLE) END) AS mean_a
--   -  answers.team NULLS LAST
--   +  answers.team ASC

-- the question's filter removes groups
--   count(answers) as n by answers.team where answers.solved
SELECT
  answers.team AS team,
  COUNT(*) AS n
FROM answers
WHERE
  answers.solved
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  answers.team NULLS LAST
--   +  answers.team ASC

-- an average of everything is not the average of the groups' averages
--   avg(answers.x) as mean, avg(avg(answers.x) per answers.team) as of_teams
WITH answers_scan /* avg_x */ AS (
  SELECT
    AVG(CAST(answers.x AS DOUBLE)) AS avg_x
  FROM answers
), answers_scan_2 /* avg_x */ AS (
  SELECT
    answers.team AS team,
    AVG(CAST(answers.x AS DOUBLE)) AS avg_x
  FROM answers
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.team,
    MAX(stacked.avg_x) AS avg_x
  FROM (
    SELECT
      answers_scan_2.team AS team,
      answers_scan_2.avg_x AS avg_x
    FROM answers_scan_2
  ) AS stacked
  GROUP BY
    1
), values_per_team /* avg_per_team */ AS (
  SELECT
    AVG(CAST(rows_per_key.avg_x AS DOUBLE)) AS avg_per_team
  FROM rows_per_key
  WHERE
    NOT rows_per_key.team IS NULL
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.avg_x) AS avg_x,
    MAX(stacked.avg_per_team) AS avg_per_team
  FROM (
    SELECT
      answers_scan.avg_x AS avg_x,
      NULL AS avg_per_team
    FROM answers_scan
    UNION ALL
    SELECT
      NULL AS avg_x,
      values_per_team.avg_per_team AS avg_per_team
    FROM values_per_team
  ) AS stacked
)
SELECT
  answer.avg_x AS mean,
  answer.avg_per_team AS of_teams
FROM answer;
-- postgres:
--   -    AVG(CAST(answers.x AS DOUBLE)) AS avg_x
--   +    AVG(CAST(answers.x AS DOUBLE PRECISION)) AS avg_x
--   -    AVG(CAST(answers.x AS DOUBLE)) AS avg_x
--   +    AVG(CAST(answers.x AS DOUBLE PRECISION)) AS avg_x
--   -    AVG(CAST(rows_per_key.avg_x AS DOUBLE)) AS avg_per_team
--   +    AVG(CAST(rows_per_key.avg_x AS DOUBLE PRECISION)) AS avg_per_team
--   -      NULL AS avg_per_team
--   +      CAST(NULL AS DECIMAL) AS avg_per_team
--   -      NULL AS avg_x,
--   +      CAST(NULL AS DECIMAL) AS avg_x,
