-- groups sort by code point, null last
--   sum(things.n) as n by things.name
SELECT
  things.name AS name,
  COALESCE(SUM(things.n), 0) AS n
FROM things
GROUP BY
  1
ORDER BY
  things.name NULLS LAST;
-- postgres:
--   -  things.name NULLS LAST
--   +  things.name COLLATE "C" ASC

-- order by a text, downwards, keeps null last
--   sum(things.n) as n by things.name order by things.name desc limit 3
SELECT
  things.name AS name,
  COALESCE(SUM(things.n), 0) AS n
FROM things
GROUP BY
  1
ORDER BY
  things.name DESC NULLS LAST,
  things.name NULLS LAST
LIMIT 3;
-- postgres:
--   -  things.name DESC NULLS LAST,
--   -  things.name NULLS LAST
--   +  things.name COLLATE "C" DESC NULLS LAST,
--   +  things.name COLLATE "C" ASC

-- comparisons go by code point
--   count(things where name < 'a') as below, count(things where name >= 'é') as above, count(things where name between 'A' and 'Z') as capitals
SELECT
  COUNT(*) FILTER(WHERE
    things.name < 'a') AS below,
  COUNT(*) FILTER(WHERE
    things.name >= 'é') AS above,
  COUNT(*) FILTER(WHERE
    things.name BETWEEN 'A' AND 'Z') AS capitals
FROM things;
-- postgres:
--   -    things.name < 'a') AS below,
--   +    (
--   +      things.name COLLATE "C"
--   +    ) < (
--   +      'a' COLLATE "C"
--   +    )) AS below,
--   -    things.name >= 'é') AS above,
--   +    (
--   +      things.name COLLATE "C"
--   +    ) >= (
--   +      'é' COLLATE "C"
--   +    )) AS above,
--   -    things.name BETWEEN 'A' AND 'Z') AS capitals
--   +    (
--   +      things.name COLLATE "C"
--   +    ) BETWEEN (
--   +      'A' COLLATE "C"
--   +    ) AND (
--   +      'Z' COLLATE "C"
--   +    )) AS capitals
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    things.name < 'a') AS below,
--   -  COUNT(*) FILTER(WHERE
--   -    things.name >= 'é') AS above,
--   -  COUNT(*) FILTER(WHERE
--   -    things.name BETWEEN 'A' AND 'Z') AS capitals
--   +  COUNT(CASE WHEN things.name < 'a' THEN 1 END) AS below,
--   +  COUNT(CASE WHEN things.name >= 'é' THEN 1 END) AS above,
--   +  COUNT(CASE WHEN things.name BETWEEN 'A' AND 'Z' THEN 1 END) AS capitals

-- the least and the greatest text
--   min(things.name where name != '') as least, max(things.name) as greatest
SELECT
  MIN(things.name) FILTER(WHERE
    things.name <> '') AS least,
  MAX(things.name) AS greatest
FROM things;
-- postgres:
--   -  MIN(things.name) FILTER(WHERE
--   +  MIN(things.name COLLATE "C") FILTER(WHERE
--   -  MAX(things.name) AS greatest
--   +  MAX(things.name COLLATE "C") AS greatest
-- snowflake:
--   -  MIN(things.name) FILTER(WHERE
--   -    things.name <> '') AS least,
--   +  MIN(CASE WHEN things.name <> '' THEN things.name END) AS least,

-- contains, starts with and ends with look for the very letters
--   count(things where name contains 'b') as b, count(things where name contains '_') as underscore,
--   count(things where name contains '%') as percent, count(things where name contains '\') as backslash,
--   count(things where name starts with 'a') as a, count(things where name starts with 'a_') as a_,
--   count(things where name ends with 'e') as e, count(things where name ends with '% off') as off
SELECT
  COUNT(*) FILTER(WHERE
    CONTAINS(things.name, 'b')) AS b,
  COUNT(*) FILTER(WHERE
    CONTAINS(things.name, '_')) AS underscore,
  COUNT(*) FILTER(WHERE
    CONTAINS(things.name, '%')) AS percent,
  COUNT(*) FILTER(WHERE
    CONTAINS(things.name, '\')) AS backslash,
  COUNT(*) FILTER(WHERE
    STARTS_WITH(things.name, 'a')) AS a,
  COUNT(*) FILTER(WHERE
    STARTS_WITH(things.name, 'a_')) AS a_,
  COUNT(*) FILTER(WHERE
    ENDS_WITH(things.name, 'e')) AS e,
  COUNT(*) FILTER(WHERE
    ENDS_WITH(things.name, '% off')) AS off
FROM things;
-- postgres:
--   -    CONTAINS(things.name, 'b')) AS b,
--   +    STRPOS(things.name, 'b') > 0) AS b,
--   -    CONTAINS(things.name, '_')) AS underscore,
--   +    STRPOS(things.name, '_') > 0) AS underscore,
--   -    CONTAINS(things.name, '%')) AS percent,
--   +    STRPOS(things.name, '%') > 0) AS percent,
--   -    CONTAINS(things.name, '\')) AS backslash,
--   +    STRPOS(things.name, '\') > 0) AS backslash,
--   -    STARTS_WITH(things.name, 'a')) AS a,
--   +    LEFT(things.name, LENGTH('a')) = 'a') AS a,
--   -    STARTS_WITH(things.name, 'a_')) AS a_,
--   +    LEFT(things.name, LENGTH('a_')) = 'a_') AS a_,
--   -    ENDS_WITH(things.name, 'e')) AS e,
--   +    RIGHT(things.name, LENGTH('e')) = 'e') AS e,
--   -    ENDS_WITH(things.name, '% off')) AS off
--   +    RIGHT(things.name, LENGTH('% off')) = '% off') AS off
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    CONTAINS(things.name, 'b')) AS b,
--   -  COUNT(*) FILTER(WHERE
--   -    CONTAINS(things.name, '_')) AS underscore,
--   -  COUNT(*) FILTER(WHERE
--   -    CONTAINS(things.name, '%')) AS percent,
--   -  COUNT(*) FILTER(WHERE
--   -    CONTAINS(things.name, '\')) AS backslash,
--   -  COUNT(*) FILTER(WHERE
--   -    STARTS_WITH(things.name, 'a')) AS a,
--   -  COUNT(*) FILTER(WHERE
--   -    STARTS_WITH(things.name, 'a_')) AS a_,
--   -  COUNT(*) FILTER(WHERE
--   -    ENDS_WITH(things.name, 'e')) AS e,
--   -  COUNT(*) FILTER(WHERE
--   -    ENDS_WITH(things.name, '% off')) AS off
--   +  COUNT(CASE WHEN CONTAINS(things.name, 'b') THEN 1 END) AS b,
--   +  COUNT(CASE WHEN CONTAINS(things.name, '_') THEN 1 END) AS underscore,
--   +  COUNT(CASE WHEN CONTAINS(things.name, '%') THEN 1 END) AS percent,
--   +  COUNT(CASE WHEN CONTAINS(things.name, '\\') THEN 1 END) AS backslash,
--   +  COUNT(CASE WHEN LEFT(things.name, LENGTH('a')) = 'a' THEN 1 END) AS a,
--   +  COUNT(CASE WHEN LEFT(things.name, LENGTH('a_')) = 'a_' THEN 1 END) AS a_,
--   +  COUNT(CASE WHEN RIGHT(things.name, LENGTH('e')) = 'e' THEN 1 END) AS e,
--   +  COUNT(CASE WHEN RIGHT(things.name, LENGTH('% off')) = '% off' THEN 1 END) AS off

-- like has the wildcards % and _, and minds capitals
--   count(things where name like 'a%') as a, count(things where name like '_e%') as second_e, count(things where name like 'banana') as small
SELECT
  COUNT(*) FILTER(WHERE
    things.name LIKE 'a%') AS a,
  COUNT(*) FILTER(WHERE
    things.name LIKE '_e%') AS second_e,
  COUNT(*) FILTER(WHERE
    things.name LIKE 'banana') AS small
FROM things;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    things.name LIKE 'a%') AS a,
--   -  COUNT(*) FILTER(WHERE
--   -    things.name LIKE '_e%') AS second_e,
--   -  COUNT(*) FILTER(WHERE
--   -    things.name LIKE 'banana') AS small
--   +  COUNT(CASE WHEN things.name LIKE 'a%' THEN 1 END) AS a,
--   +  COUNT(CASE WHEN things.name LIKE '_e%' THEN 1 END) AS second_e,
--   +  COUNT(CASE WHEN things.name LIKE 'banana' THEN 1 END) AS small

-- in like a backslash is a letter like any other
--   count(things where name like 'back\slash') as whole, count(things where name like '%\%') as somewhere, count(things where name like '%\_%') as inside
SELECT
  COUNT(*) FILTER(WHERE
    things.name LIKE 'back\slash') AS whole,
  COUNT(*) FILTER(WHERE
    things.name LIKE '%\%') AS somewhere,
  COUNT(*) FILTER(WHERE
    things.name LIKE '%\_%') AS inside
FROM things;
-- postgres:
--   -    things.name LIKE 'back\slash') AS whole,
--   +    things.name LIKE 'back\\slash') AS whole,
--   -    things.name LIKE '%\%') AS somewhere,
--   +    things.name LIKE '%\\%') AS somewhere,
--   -    things.name LIKE '%\_%') AS inside
--   +    things.name LIKE '%\\_%') AS inside
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    things.name LIKE 'back\slash') AS whole,
--   -  COUNT(*) FILTER(WHERE
--   -    things.name LIKE '%\%') AS somewhere,
--   -  COUNT(*) FILTER(WHERE
--   -    things.name LIKE '%\_%') AS inside
--   +  COUNT(CASE WHEN things.name LIKE 'back\\slash' THEN 1 END) AS whole,
--   +  COUNT(CASE WHEN things.name LIKE '%\\%' THEN 1 END) AS somewhere,
--   +  COUNT(CASE WHEN things.name LIKE '%\\_%' THEN 1 END) AS inside

-- the empty text is no null
--   count(things where name = '') as empty, count(things where name is null) as nulls, count(things.name) as filled, count(things where length(name) = 0) as zero
SELECT
  COUNT(*) FILTER(WHERE
    things.name = '') AS empty,
  COUNT(*) FILTER(WHERE
    things.name IS NULL) AS nulls,
  COUNT(things.name) AS filled,
  COUNT(*) FILTER(WHERE
    LENGTH(things.name) = 0) AS zero
FROM things;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    things.name = '') AS empty,
--   -  COUNT(*) FILTER(WHERE
--   -    things.name IS NULL) AS nulls,
--   +  COUNT(CASE WHEN things.name = '' THEN 1 END) AS empty,
--   +  COUNT(CASE WHEN things.name IS NULL THEN 1 END) AS nulls,
--   -  COUNT(*) FILTER(WHERE
--   -    LENGTH(things.name) = 0) AS zero
--   +  COUNT(CASE WHEN LENGTH(things.name) = 0 THEN 1 END) AS zero

-- a quote in a text is doubled
--   count(things where name = 'O''Brien') as n
SELECT
  COUNT(*) FILTER(WHERE
    things.name = 'O''Brien') AS n
FROM things;
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    things.name = 'O''Brien') AS n
--   +  COUNT(CASE WHEN things.name = 'O\'Brien' THEN 1 END) AS n

-- every thing contains the empty text, but null does not
--   count(things where name contains '') as n, count(things where name starts with '') as s
SELECT
  COUNT(*) FILTER(WHERE
    CONTAINS(things.name, '')) AS n,
  COUNT(*) FILTER(WHERE
    STARTS_WITH(things.name, '')) AS s
FROM things;
-- postgres:
--   -    CONTAINS(things.name, '')) AS n,
--   +    STRPOS(things.name, '') > 0) AS n,
--   -    STARTS_WITH(things.name, '')) AS s
--   +    LEFT(things.name, LENGTH('')) = '') AS s
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    CONTAINS(things.name, '')) AS n,
--   -  COUNT(*) FILTER(WHERE
--   -    STARTS_WITH(things.name, '')) AS s
--   +  COUNT(CASE WHEN CONTAINS(things.name, '') THEN 1 END) AS n,
--   +  COUNT(CASE WHEN LEFT(things.name, LENGTH('')) = '' THEN 1 END) AS s

-- lower, upper, trim, length, concat
--   max(upper(things.name) where id = 1) as up, max(lower(things.name) where id = 2) as low,
--   max(length(things.name) where id = 10) as two, max(concat('<', things.name, '>') where id = 8) as joined,
--   max(trim(concat('  ', things.name, ' ')) where id = 4) as trimmed
SELECT
  MAX(UPPER(things.name)) FILTER(WHERE
    things.id = 1) AS up,
  MAX(LOWER(things.name)) FILTER(WHERE
    things.id = 2) AS low,
  MAX(LENGTH(things.name)) FILTER(WHERE
    things.id = 10) AS two,
  MAX('<' || things.name || '>') FILTER(WHERE
    things.id = 8) AS joined,
  MAX(TRIM('  ' || things.name || ' ')) FILTER(WHERE
    things.id = 4) AS trimmed
FROM things;
-- postgres:
--   -  MAX(UPPER(things.name)) FILTER(WHERE
--   +  MAX(UPPER(things.name) COLLATE "C") FILTER(WHERE
--   -  MAX(LOWER(things.name)) FILTER(WHERE
--   +  MAX(LOWER(things.name) COLLATE "C") FILTER(WHERE
--   -  MAX('<' || things.name || '>') FILTER(WHERE
--   +  MAX((
--   +    '<' || things.name || '>'
--   +  ) COLLATE "C") FILTER(WHERE
--   -  MAX(TRIM('  ' || things.name || ' ')) FILTER(WHERE
--   +  MAX(TRIM('  ' || things.name || ' ') COLLATE "C") FILTER(WHERE
-- snowflake:
--   -  MAX(UPPER(things.name)) FILTER(WHERE
--   -    things.id = 1) AS up,
--   -  MAX(LOWER(things.name)) FILTER(WHERE
--   -    things.id = 2) AS low,
--   -  MAX(LENGTH(things.name)) FILTER(WHERE
--   -    things.id = 10) AS two,
--   -  MAX('<' || things.name || '>') FILTER(WHERE
--   -    things.id = 8) AS joined,
--   -  MAX(TRIM('  ' || things.name || ' ')) FILTER(WHERE
--   -    things.id = 4) AS trimmed
--   +  MAX(CASE WHEN things.id = 1 THEN UPPER(things.name) END) AS up,
--   +  MAX(CASE WHEN things.id = 2 THEN LOWER(things.name) END) AS low,
--   +  MAX(CASE WHEN things.id = 10 THEN LENGTH(things.name) END) AS two,
--   +  MAX(CASE WHEN things.id = 8 THEN '<' || things.name || '>' END) AS joined,
--   +  MAX(CASE WHEN things.id = 4 THEN TRIM('  ' || things.name || ' ') END) AS trimmed

-- text in the question's filter
--   count(things) as n where things.name in ('東京', 'O''Brien', 'nothing')
SELECT
  COUNT(*) AS n
FROM things
WHERE
  things.name IN ('東京', 'O''Brien', 'nothing');
-- snowflake:
--   -  things.name IN ('東京', 'O''Brien', 'nothing')
--   +  things.name IN ('東京', 'O\'Brien', 'nothing')

-- groups of joined texts sort by code point
--   sum(things.n) as n by concat(things.name, '-', 'x') as code where things.name in ('apple', 'Banana', 'Zebra')
SELECT
  things.name || '-' || 'x' AS code,
  COALESCE(SUM(things.n), 0) AS n
FROM things
WHERE
  things.name IN ('apple', 'Banana', 'Zebra')
GROUP BY
  1
ORDER BY
  things.name || '-' || 'x' NULLS LAST;
-- postgres:
--   -  things.name || '-' || 'x' NULLS LAST
--   +  (
--   +    things.name || '-' || 'x'
--   +  ) COLLATE "C" ASC
