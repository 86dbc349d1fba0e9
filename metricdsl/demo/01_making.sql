-- What the other files share: chance made from ids, so that the same scale gives the same rows on every machine.

CREATE TEMP TABLE making AS
SELECT
    $until::DATE                                             AS last_day,
    ($until::DATE - INTERVAL 3 YEARS + INTERVAL 1 DAY)::DATE AS first_day,
    greatest(20, 5 * round($scale * 12)::BIGINT)             AS users,
    greatest(1, round($scale * 1050)::BIGINT)                AS old_customers;

CREATE TEMP MACRO last_day() AS (SELECT last_day FROM making);
CREATE TEMP MACRO first_day() AS (SELECT first_day FROM making);
CREATE TEMP MACRO now_is() AS (SELECT last_day + INTERVAL 1 DAY FROM making);
CREATE TEMP MACRO months_back(n) AS (SELECT date_trunc('month', last_day) - to_months(n) FROM making);

-- A cube in the integers modulo a prime: cheap, without repeats, and the same in every version of the engine.
CREATE TEMP MACRO spread(id, salt) AS (id::BIGINT % 2147483579 * 1103515245 + salt) % 2147483579;
CREATE TEMP MACRO cubed(x) AS ((x * x % 2147483579) * x % 2147483579) / 2147483579.0;

-- A number from 0 to 1 (not included) for a row and a purpose.
CREATE TEMP MACRO chance(id, why) AS cubed(spread(id, (md5_number_lower(why) % 2147483579)::BIGINT));
CREATE TEMP MACRO pick(id, why, choices) AS choices[1 + floor(chance(id, why) * len(choices))::BIGINT];
CREATE TEMP MACRO waited(id, why, mean) AS -ln(1 - chance(id, why)) * mean;
CREATE TEMP MACRO days_after(moment, days) AS moment + to_seconds(floor(days * 86400)::BIGINT);
CREATE TEMP MACRO at_some_hour(day, id) AS day + to_seconds(28800 + floor(chance(id, 'time of day') * 43200)::BIGINT);
CREATE TEMP MACRO money(amount) AS round(amount, 2)::DECIMAL(14, 2);
CREATE TEMP MACRO in_currency(amount, currency) AS money(if(currency = 'JPY', round(amount) * 150, amount));

-- People of the sales team have the numbers 1 to 3 of each five, service 4, marketing 5.
CREATE TEMP MACRO sales_rep(id) AS
    5 * floor(chance(id, 'owner') * (SELECT users / 5 FROM making))::BIGINT + pick(id, 'owner''s desk', [1, 2, 3]);
CREATE TEMP MACRO service_agent(id) AS
    5 * floor(chance(id, 'agent') * (SELECT users / 5 FROM making))::BIGINT + 4;

-- One of the three campaigns of the month before.
CREATE TEMP MACRO campaign_of(id, why, day) AS
    greatest(1, 3 * date_diff('month', first_day(), day) - 2 + floor(chance(id, why) * 3)::BIGINT);

-- How busy a day is: a slow August, a busy December, quiet weekends, growth of a quarter each year.
CREATE TEMP MACRO season(day) AS
    [0.95, 0.95, 1.15, 1.0, 1.0, 1.0, 0.95, 0.8, 1.05, 1.05, 1.15, 1.2][month(day)] * if(isodow(day) > 5, 0.45, 1.0);

-- Ten thousand equal shares of the history's events, half a year of warming up included, and the day of each.
CREATE TEMP TABLE making_shares AS
WITH days AS (
    SELECT
        first_day() + to_days(d::INTEGER)                 AS day,
        season(first_day() + to_days(d::INTEGER)) * (1 + d / 1460.0) AS weight
    FROM range(-183, 1096) AS r (d)
    WHERE first_day() + to_days(d::INTEGER) <= last_day()
), cumulated AS (
    SELECT
        day,
        sum(weight) OVER (ORDER BY day) / sum(weight) OVER () AS up_to
    FROM days
), bounded AS (
    SELECT
        day,
        round(coalesce(lag(up_to) OVER (ORDER BY day), 0) * 10000)::BIGINT AS from_share,
        round(up_to * 10000)::BIGINT                                       AS to_share
    FROM cumulated
)
SELECT
    unnest(range(from_share, to_share)) AS share,
    day::DATE                           AS day
FROM bounded;
CREATE TEMP MACRO share_of(id, why) AS floor(chance(id, why) * 10000)::BIGINT;

CREATE TABLE crm.users AS
SELECT
    i + 1                                                                           AS user_id,
    ['Aiko', 'Ben', 'Chen', 'Dewi', 'Elena', 'Farid', 'Grace', 'Hiro', 'Ines', 'Jonas'][1 + i % 10]
        || ' ' || ['Tanaka', 'Smith', 'Wang', 'Rahman', 'Silva', 'Müller', 'O''Neill'][1 + i // 10 % 7]
        || if(i < 70, '', ' ' || (1 + i // 70))                                     AS name,
    ['sales', 'sales', 'sales', 'service', 'marketing'][1 + i % 5]                  AS team,
    if(i < 5, NULL, 1 + i % 5)                                                      AS manager_id,
    (first_day() + to_days((chance(i, 'licensed') * 900)::INTEGER - 600))::DATE     AS licensed_on,
    if(chance(i, 'licence ends') < 0.12,
       (last_day() - to_days((chance(i, 'licence end') * 300)::INTEGER))::DATE, NULL) AS license_ended_on
FROM range((SELECT users FROM making)) AS r (i);
