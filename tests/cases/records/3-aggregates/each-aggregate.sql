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

-- avg, median, min, max
--   avg(answers.x) as mean, median(answers.x) as mid, min(answers.x) as low, max(answers.x) as high by answers.team
SELECT
  answers.team AS team,
  AVG(answers.x) AS mean,
  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.5) AS mid,
  MIN(answers.x) AS low,
  MAX(answers.x) AS high
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -  AVG(answers.x) AS mean,
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.5) AS mid,
--   +  AVG(CAST(answers.x AS DOUBLE PRECISION)) AS mean,
--   +  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE PRECISION)) AS mid,
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  AVG(answers.x) AS mean,
--   -  QUANTILE_CONT(CAST(answers.x AS DOUBLE), 0.5) AS mid,
--   +  AVG(CAST(answers.x AS DOUBLE)) AS mean,
--   +  PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE) NULLS LAST) AS mid,

-- stddev and variance are of the sample, null for one row
--   variance(answers.x) as v, stddev(answers.x) as s by answers.team
SELECT
  answers.team AS team,
  VAR_SAMP(CAST(answers.x AS DOUBLE)) AS v,
  STDDEV_SAMP(CAST(answers.x AS DOUBLE)) AS s
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -  VAR_SAMP(CAST(answers.x AS DOUBLE)) AS v,
--   -  STDDEV_SAMP(CAST(answers.x AS DOUBLE)) AS s
--   +  VAR_SAMP(CAST(answers.x AS DOUBLE PRECISION)) AS v,
--   +  STDDEV_SAMP(CAST(answers.x AS DOUBLE PRECISION)) AS s
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  VAR_SAMP(CAST(answers.x AS DOUBLE)) AS v,
--   -  STDDEV_SAMP(CAST(answers.x AS DOUBLE)) AS s
--   +  VAR_SAMP(CAST(CAST(answers.x AS DOUBLE) AS DOUBLE)) AS v,
--   +  STDDEV_SAMP(CAST(CAST(answers.x AS DOUBLE) AS DOUBLE)) AS s

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
--   +    CAST(answers.x AS DOUBLE) NULLS LAST) AS mid,
--   +  PERCENTILE_CONT(0.90) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE) NULLS LAST) AS p90,
--   +  PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE) NULLS LAST) AS p25,
--   +  PERCENTILE_CONT(0.00) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE) NULLS LAST) AS p0,
--   +  PERCENTILE_CONT(1.00) WITHIN GROUP (ORDER BY
--   +    CAST(answers.x AS DOUBLE) NULLS LAST) AS p100

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

-- share is of the rows whose condition is not null
--   share(answers.solved) as rate, share(answers.x >= 2) as big by answers.team
SELECT
  answers.team AS team,
  AVG(CAST(answers.solved AS INT)) AS rate,
  AVG(CAST(answers.x >= 2 AS INT)) AS big
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -  AVG(CAST(answers.solved AS INT)) AS rate,
--   -  AVG(CAST(answers.x >= 2 AS INT)) AS big
--   +  AVG(
--   +    CAST(CASE WHEN answers.solved THEN 1.0 WHEN NOT (
--   +      answers.solved
--   +    ) THEN 0.0 END AS DOUBLE PRECISION)
--   +  ) AS rate,
--   +  AVG(
--   +    CAST(CASE WHEN answers.x >= 2 THEN 1.0 WHEN NOT (
--   +      answers.x >= 2
--   +    ) THEN 0.0 END AS DOUBLE PRECISION)
--   +  ) AS big
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  AVG(CAST(answers.solved AS INT)) AS rate,
--   -  AVG(CAST(answers.x >= 2 AS INT)) AS big
--   +  AVG(
--   +    CAST(CASE WHEN answers.solved THEN 1.0 WHEN NOT (
--   +      answers.solved
--   +    ) THEN 0.0 END AS DOUBLE)
--   +  ) AS rate,
--   +  AVG(
--   +    CAST(CASE WHEN answers.x >= 2 THEN 1.0 WHEN NOT (
--   +      answers.x >= 2
--   +    ) THEN 0.0 END AS DOUBLE)
--   +  ) AS big

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
--   -  answers.team AS team,
--   -  FIRST(answers.x ORDER BY answers.given_on NULLS LAST, answers.id NULLS LAST) FILTER(WHERE
--   -    NOT answers.x IS NULL AND NOT answers.given_on IS NULL) AS f,
--   -  FIRST(answers.x ORDER BY answers.given_on DESC NULLS LAST, answers.id DESC NULLS LAST) FILTER(WHERE
--   -    NOT answers.x IS NULL AND NOT answers.given_on IS NULL) AS l,
--   -  FIRST(
--   -    answers.customer ORDER BY answers.given_on DESC NULLS LAST, answers.id DESC NULLS LAST
--   -  ) FILTER(WHERE
--   -    NOT answers.customer IS NULL AND NOT answers.given_on IS NULL) AS who
--   -FROM answers
--   +  placed.team AS team,
--   +  MAX(
--   +    CASE
--   +      WHEN placed."PLACING" = 1
--   +      AND (
--   +        NOT placed.x IS NULL AND NOT placed.given_on IS NULL
--   +      )
--   +      THEN placed.x
--   +    END
--   +  ) AS f,
--   +  MAX(
--   +    CASE
--   +      WHEN placed.placing_2 = 1
--   +      AND (
--   +        NOT placed.x IS NULL AND NOT placed.given_on IS NULL
--   +      )
--   +      THEN placed.x
--   +    END
--   +  ) AS l,
--   +  MAX(
--   +    CASE
--   +      WHEN placed.placing_3 = 1
--   +      AND (
--   +        NOT placed.customer IS NULL AND NOT placed.given_on IS NULL
--   +      )
--   +      THEN placed.customer
--   +    END
--   +  ) AS who
--   +FROM (
--   +  SELECT
--   +    answers.team AS team,
--   +    ROW_NUMBER() OVER (
--   +      PARTITION BY answers.team
--   +      ORDER BY CASE WHEN NOT answers.x IS NULL AND NOT answers.given_on IS NULL THEN 0 ELSE 1 END NULLS LAST, answers.given_on NULLS LAST, answers.id NULLS LAST
--   +    ) AS "PLACING",
--   +    ROW_NUMBER() OVER (
--   +      PARTITION BY answers.team
--   +      ORDER BY CASE WHEN NOT answers.x IS NULL AND NOT answers.given_on IS NULL THEN 0 ELSE 1 END NULLS LAST, answers.given_on DESC NULLS LAST, answers.id DESC NULLS LAST
--   +    ) AS placing_2,
--   +    ROW_NUMBER() OVER (
--   +      PARTITION BY answers.team
--   +      ORDER BY CASE
--   +        WHEN NOT answers.customer IS NULL AND NOT answers.given_on IS NULL
--   +        THEN 0
--   +        ELSE 1
--   +      END NULLS LAST, answers.given_on DESC NULLS LAST, answers.id DESC NULLS LAST
--   +    ) AS placing_3,
--   +    answers.x AS x,
--   +    answers.given_on AS given_on,
--   +    answers.customer AS customer
--   +  FROM answers
--   +) AS placed
--   -  answers.team NULLS LAST
--   +  placed.team NULLS LAST

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
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-03' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
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
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-03' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-01-03' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
--   +  ) AS series(start)
--   -      NULL AS count_customer
--   +      CAST(NULL AS DECIMAL) AS count_customer
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    answers.given_on >= CAST('2025-01-01' AS DATE)
--   -    AND answers.given_on < CAST('2025-01-04' AS DATE)
--   +    answers.given_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND answers.given_on < TO_DATE('2025-01-04', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-01-03' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS count_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_customer

-- and are right over the whole range
--   count(distinct answers.customer) as customers for 2025-01-01 to 2025-01-03
SELECT
  COUNT(DISTINCT answers.customer) AS customers
FROM answers
WHERE
  answers.given_on >= CAST('2025-01-01' AS DATE)
  AND answers.given_on < CAST('2025-01-04' AS DATE);
-- snowflake:
--   -  answers.given_on >= CAST('2025-01-01' AS DATE)
--   -  AND answers.given_on < CAST('2025-01-04' AS DATE)
--   +  answers.given_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +  AND answers.given_on < TO_DATE('2025-01-04', 'YYYY-MM-DD')

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

-- a condition inside an aggregate leaves the others alone and removes no group
--   count(answers where solved) as solved, sum(answers.x where team = 'a') as of_a, avg(answers.x where team = 'a') as mean_a by answers.team
SELECT
  answers.team AS team,
  COUNT(*) FILTER(WHERE
    answers.solved) AS solved,
  COALESCE(SUM(answers.x) FILTER(WHERE
    answers.team = 'a'), 0) AS of_a,
  AVG(answers.x) FILTER(WHERE
    answers.team = 'a') AS mean_a
FROM answers
GROUP BY
  1
ORDER BY
  answers.team NULLS LAST;
-- postgres:
--   -  AVG(answers.x) FILTER(WHERE
--   +  AVG(CAST(answers.x AS DOUBLE PRECISION)) FILTER(WHERE
--   -  answers.team NULLS LAST
--   +  answers.team COLLATE "C" ASC
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    answers.solved) AS solved,
--   -  COALESCE(SUM(answers.x) FILTER(WHERE
--   -    answers.team = 'a'), 0) AS of_a,
--   -  AVG(answers.x) FILTER(WHERE
--   -    answers.team = 'a') AS mean_a
--   +  COUNT(CASE WHEN answers.solved THEN 1 END) AS solved,
--   +  COALESCE(SUM(CASE WHEN answers.team = 'a' THEN answers.x END), 0) AS of_a,
--   +  AVG(CASE WHEN answers.team = 'a' THEN CAST(answers.x AS DOUBLE) END) AS mean_a

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

-- an average of everything is not the average of the groups' averages
--   avg(answers.x) as mean, avg(avg(answers.x) per answers.team) as of_teams
WITH answers_scan /* avg_x */ AS (
  SELECT
    AVG(answers.x) AS avg_x
  FROM answers
), answers_scan_2 /* avg_x */ AS (
  SELECT
    answers.team AS team,
    AVG(answers.x) AS avg_x
  FROM answers
  GROUP BY
    1
), values_per_team /* avg_per_team */ AS (
  SELECT
    AVG(answers_scan_2.avg_x) AS avg_per_team
  FROM answers_scan_2
  WHERE
    NOT answers_scan_2.team IS NULL
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
--   -    AVG(answers.x) AS avg_x
--   +    AVG(CAST(answers.x AS DOUBLE PRECISION)) AS avg_x
--   -    AVG(answers.x) AS avg_x
--   +    AVG(CAST(answers.x AS DOUBLE PRECISION)) AS avg_x
--   -    AVG(answers_scan_2.avg_x) AS avg_per_team
--   +    AVG(CAST(answers_scan_2.avg_x AS DOUBLE PRECISION)) AS avg_per_team
--   -      NULL AS avg_per_team
--   +      CAST(NULL AS DECIMAL) AS avg_per_team
--   -      NULL AS avg_x,
--   +      CAST(NULL AS DECIMAL) AS avg_x,
-- snowflake:
--   -    AVG(answers.x) AS avg_x
--   +    AVG(CAST(answers.x AS DOUBLE)) AS avg_x
--   -    AVG(answers.x) AS avg_x
--   +    AVG(CAST(answers.x AS DOUBLE)) AS avg_x
--   -    AVG(answers_scan_2.avg_x) AS avg_per_team
--   +    AVG(CAST(answers_scan_2.avg_x AS DOUBLE)) AS avg_per_team
--   -      NULL AS avg_per_team
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_team
--   -      NULL AS avg_x,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_x,
