using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Calendars.Oracle;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>Random calendars around clock changes, against an oracle that looks at every minute.</summary>
public sealed class OracleTests
{
    private const int Cases = 3_000;

    [Fact]
    public void A_slot_is_judged_as_its_minutes_are()
    {
        var met = new Met();
        foreach (var (seed, calendar, oracle, subject) in Calendars(0, met))
        {
            var open = Open(calendar, oracle);
            for (var probe = 0; probe < 6; probe++)
            {
                var (start, end) = NextSpan(calendar);
                var judgement = subject.Judge(SlotOf(calendar, start, end), calendar.Question);
                var targets = calendar.Question.Targets;

                judgement.IsOpen.Should().Be(open[start..end].All(bit => bit), "of seed {0}, slot {1}", seed, judgement.Slot);
                met.Opened += judgement.IsOpen ? 1 : 0;
                Spans(judgement.Freezes).Should().Equal(
                    Spans(calendar, targets.SelectMany(oracle.Freezes).Where(found => found.Overlaps(start, end))), "of seed {0}", seed);
                Spans(judgement.Windows).Should().Equal(
                    Spans(calendar, targets.SelectMany(oracle.Windows).Where(found => found.Overlaps(start, end))), "of seed {0}", seed);
                foreach (var target in targets)
                {
                    var gaps = judgement.Gaps.Where(gap => gap.Target == target).SelectMany(gap => MinutesOf(calendar, gap.Span)).ToList();
                    gaps.Should().Equal(MinutesWhere(oracle.Covered(target), start, end, covered: false), "of seed {0}", seed);
                }
            }
        }

        met.Suffice();
        met.Opened.Should().BeGreaterThan(Cases / 2);
    }

    [Fact]
    public void Availability_turns_when_the_minutes_do()
    {
        var met = new Met();
        foreach (var (seed, calendar, oracle, subject) in Calendars(100_000, met))
        {
            var open = Open(calendar, oracle);
            for (var probe = 0; probe < 6; probe++)
            {
                var (now, _) = NextSpan(calendar);
                var answer = subject.At(calendar.Table.At(now), calendar.Question, Duration.FromMinutes(CalendarCase.Last - now));

                answer.IsOpen.Should().Be(open[now], "of seed {0} at {1}", seed, answer.At);
                var opening = FirstTurn(open, now, to: true);
                var closing = FirstTurn(open, now, to: false);
                (answer.NextOpening?.At).Should().Be(opening is null ? null : calendar.Table.At(opening.Value), "of seed {0} at {1}", seed, answer.At);
                (answer.NextClosing?.At).Should().Be(closing is null ? null : calendar.Table.At(closing.Value), "of seed {0} at {1}", seed, answer.At);
                new[] { answer.NextOpening, answer.NextClosing }.OfType<Turn>().All(turn => turn.Because.Count > 0
                    && turn.Because.All(cause => cause.Span.Start == turn.At || cause.Span.End == turn.At)).Should().BeTrue("of seed {0}", seed);
                answer.Because.All(cause => cause.Span.Contains(answer.At)).Should().BeTrue("of seed {0}", seed);
                met.Opened += answer.IsOpen ? 1 : 0;
            }
        }

        met.Suffice();
        met.Opened.Should().BeGreaterThan(Cases);
    }

    [Fact]
    public void The_earliest_slot_is_the_first_that_the_minutes_allow()
    {
        var met = new Met();
        foreach (var (seed, calendar, oracle, subject) in Calendars(200_000, met))
        {
            var request = NextRequest(calendar, out var notBefore, out var until);
            var kinds = Kinds(calendar, oracle, request);
            var length = (int)request.Effort.Total.TotalMinutes;
            var expected = FirstRun(kinds, notBefore, until, length);
            var found = subject.EarliestSlot(request);

            found.Slot.Should().Be(expected is null ? null : SlotOf(calendar, expected.Value, expected.Value + length), "of seed {0}", seed);
            ToldMinutes(calendar, found)
                .SequenceEqual(Enumerable.Range(notBefore, (expected ?? Minute(calendar, found.SearchedUntil)) - notBefore).Select(minute => (minute, kinds[minute])))
                .Should().BeTrue("obstacles tell every minute once, of seed {0}", seed);
            met.Opened += expected > notBefore ? 1 : 0;
            met.Full += found.Obstacles.Any(obstacle => obstacle.Kind == ObstacleKind.Full) ? 1 : 0;
        }

        met.Suffice();
        met.Opened.Should().BeGreaterThan(Cases / 20, "some are found only after obstacles");
        met.Full.Should().BeGreaterThan(Cases / 50, "some windows are full");
    }

    private static IEnumerable<(int Seed, CalendarCase Case, MinuteOracle Oracle, ChangeCalendar Subject)> Calendars(int from, Met met)
    {
        for (var seed = from; seed < from + Cases; seed++)
        {
            var calendar = new CalendarCase(seed);
            var oracle = new MinuteOracle(calendar);
            CalendarRule[] rules = [.. calendar.Rules.Select(rule => rule.ToRule())];
            var faults = ChangeCalendar.Verify(rules, Given.Zones);
            met.Cases++;
            if (faults.Count > 0)
            {
                NeverOpen(faults, calendar, oracle, seed);
                met.Faulty++;
                continue;
            }

            met.ClockChanges += oracle.MetClockChange ? 1 : 0;
            met.Emptied += oracle.MetEmptied ? 1 : 0;
            yield return (seed, calendar, oracle, Given.Calendar(calendar.Otherwise, rules));
        }
    }

    /// <summary>A fault that says "never" is right about every minute that the oracle sees.</summary>
    private static void NeverOpen(ValueList<CalendarFault> faults, CalendarCase calendar, MinuteOracle oracle, int seed)
    {
        foreach (var fault in faults)
        {
            var occurrences = oracle.Occurrences
                .Where(found => found.Rule.Id == fault.Rule.Value && found.Overlaps(CalendarCase.First, CalendarCase.Last))
                .ToList();
            var frozen = CalendarCase.Targets.ToDictionary(target => target, oracle.Frozen);
            fault.Code.Should().BeOneOf("calendar.window.never-opens", "calendar.rule.never-occurs");
            (fault.Code.EndsWith("occurs", StringComparison.Ordinal) ? occurrences.Count : 0).Should().Be(0, "of seed {0}", seed);
            occurrences.All(found => CalendarCase.Targets
                    .Where(found.Rule.Scope.Matches)
                    .All(target => frozen[target][found.Start..Math.Min(found.End, WallTable.Minutes)].All(bit => bit)))
                .Should().BeTrue("of seed {0}: {1} in {2}", seed, fault, string.Join("\n", calendar.Rules));
        }
    }

    private static SlotRequest NextRequest(CalendarCase calendar, out int notBefore, out int until)
    {
        var random = calendar.Random;
        (notBefore, until) = (random.Next(CalendarCase.First, CalendarCase.Last - 2000), CalendarCase.Last);
        var effort = new Effort(Minutes(random.Next(0, 60)), Minutes(random.Next(1, 300)), Minutes(random.Next(0, 60)));
        return new SlotRequest(calendar.Question, effort, calendar.Table.At(notBefore), calendar.Table.At(until))
        {
            Within = random.Next(3) > 0 ? [] : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => NextSpan(calendar)).Select(span => SlotOf(calendar, span.Start, span.End))],
            Taken = [.. Enumerable.Range(0, random.Next(0, 8)).Select(_ => NextSpan(calendar)).Select(span => new Holding(SlotOf(calendar, span.Start, span.End), [random.GetItems(CalendarCase.Targets.ToArray(), 1)[0]]))],
        };
    }

    private static ObstacleKind[] Kinds(CalendarCase calendar, MinuteOracle oracle, SlotRequest request)
    {
        var targets = calendar.Question.Targets;
        var frozen = targets.Select(oracle.Frozen).ToList();
        var covered = targets.Select(oracle.Covered).ToList();
        var full = MinuteOracle.Fill(targets.SelectMany(oracle.Windows).Where(window => request.Taken
            .Count(taken => taken.Targets.Any(window.Rule.Scope.Matches) && window.Overlaps(Minute(calendar, taken.Slot.Start), Minute(calendar, taken.Slot.End))) >= window.Rule.Capacity));
        var acceptable = MinuteOracle.Fill(request.Within.Select(slot => new Minutes(null!, default, Minute(calendar, slot.Start), Minute(calendar, slot.End))));
        return Array.ConvertAll([.. Enumerable.Range(0, CalendarCase.Last)], minute =>
            minute < CalendarCase.First ? default
            : request.Within.Count > 0 && !acceptable[minute] ? ObstacleKind.NotAcceptable
            : frozen.Any(bits => bits[minute]) ? ObstacleKind.Frozen
            : !covered.All(bits => bits[minute]) ? ObstacleKind.Closed
            : full[minute] ? ObstacleKind.Full
            : ObstacleKind.TooShort);
    }

    private static int? FirstRun(ObstacleKind[] kinds, int from, int until, int length)
    {
        var run = 0;
        for (var minute = from; minute < until; minute++)
        {
            run = kinds[minute] == ObstacleKind.TooShort ? run + 1 : 0;
            if (run == length)
            {
                return minute + 1 - length;
            }
        }

        return null;
    }

    private static int? FirstTurn(bool[] open, int now, bool to)
    {
        for (var minute = now + 1; minute < CalendarCase.Last; minute++)
        {
            if (open[minute] == to && open[minute - 1] != to)
            {
                return minute;
            }
        }

        return null;
    }

    private static bool[] IsOpen(MinuteOracle oracle, Target target)
    {
        var (open, frozen) = (oracle.Covered(target), oracle.Frozen(target));
        for (var minute = 0; minute < open.Length; minute++)
        {
            open[minute] &= !frozen[minute];
        }

        return open;
    }

    private static bool[] Open(CalendarCase calendar, MinuteOracle oracle)
    {
        var open = Enumerable.Repeat(true, WallTable.Minutes).ToArray();
        foreach (var one in calendar.Question.Targets.Select(target => IsOpen(oracle, target)))
        {
            for (var minute = 0; minute < open.Length; minute++)
            {
                open[minute] &= one[minute];
            }
        }

        return open;
    }

    private static (int Start, int End) NextSpan(CalendarCase calendar)
    {
        var start = calendar.Random.Next(2) == 0
            ? calendar.Random.Next(CalendarCase.First, CalendarCase.Last - 500)
            : (WallTable.Minutes / 2) + calendar.Random.Next(-240, 240);
        return (start, start + calendar.Random.Next(1, 240));
    }

    private static IEnumerable<(string Rule, Instant Start, Instant End)> Spans(IEnumerable<Occurrence> occurrences) =>
        occurrences.Select(found => (found.Rule.Id.Value, found.Span.Start, found.Span.End)).Order();

    private static IEnumerable<(string Rule, Instant Start, Instant End)> Spans(CalendarCase calendar, IEnumerable<Minutes> minutes) =>
        minutes.Distinct().Select(found => (found.Rule.Id, calendar.Table.At(found.Start), calendar.Table.At(found.End))).Order();

    private static IEnumerable<(int Minute, ObstacleKind Kind)> ToldMinutes(CalendarCase calendar, SlotSearch search) =>
        search.Obstacles.SelectMany(obstacle => MinutesOf(calendar, obstacle.Span).Select(minute => (minute, obstacle.Kind)));

    private static IEnumerable<int> MinutesOf(CalendarCase calendar, Slot slot) =>
        Enumerable.Range(Minute(calendar, slot.Start), (int)slot.Length.TotalMinutes);

    private static IEnumerable<int> MinutesWhere(bool[] bits, int start, int end, bool covered) =>
        Enumerable.Range(start, end - start).Where(minute => bits[minute] == covered);

    private static int Minute(CalendarCase calendar, Instant instant) => (int)(instant - calendar.Table.Origin).TotalMinutes;

    private static Duration Minutes(int minutes) => Duration.FromMinutes(minutes);

    private static Slot SlotOf(CalendarCase calendar, int start, int end) => new(calendar.Table.At(start), calendar.Table.At(end));

    /// <summary>How often the interesting things came up; too seldom proves nothing.</summary>
    private sealed class Met
    {
        public int Cases { get; set; }

        public int Faulty { get; set; }

        public int ClockChanges { get; set; }

        public int Emptied { get; set; }

        public int Opened { get; set; }

        public int Full { get; set; }

        public void Suffice()
        {
            Faulty.Should().BeLessThan(Cases / 5);
            ClockChanges.Should().BeGreaterThan(Cases / 4, "many rules meet a skipped or repeated time");
            Emptied.Should().BeGreaterThan(Cases / 50, "some occurrences are left without time");
        }
    }
}
