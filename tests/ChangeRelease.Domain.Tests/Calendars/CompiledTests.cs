using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Calendars.Oracle;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>Compiled calendars: the same answers, from whole numbers.</summary>
public sealed class CompiledTests
{
    private const int Cases = 3_000;

    private static readonly Slot _range = Given.Slot("2015-01-01 00:00", "2027-01-01 00:00");

    [Fact]
    public void It_is_open_at_the_minutes_at_which_the_oracle_has_it_open()
    {
        var (openings, disturbed) = (0, 0);
        for (var seed = 400_000; seed < 400_000 + Cases; seed++)
        {
            var calendar = new CalendarCase(seed);
            CalendarRule[] rules = [.. calendar.Rules.Select(rule => rule.ToRule())];
            if (ChangeCalendar.Verify(rules, Given.Zones).Count > 0)
            {
                continue;
            }

            var oracle = new MinuteOracle(calendar);
            var lanes = calendar.Question.Targets.Select(target => (Covered: oracle.Covered(target), Frozen: oracle.Frozen(target))).ToList();
            var compiled = Given.Calendar(calendar.Otherwise, rules)
                .Compile(calendar.Question, new Slot(calendar.Table.At(CalendarCase.First), calendar.Table.At(CalendarCase.Last)));
            var differing = Enumerable.Range(CalendarCase.First, CalendarCase.Last - CalendarCase.First)
                .Where(minute => compiled.IsOpen(calendar.Table.At(minute)) != lanes.TrueForAll(lane => lane.Covered[minute] && !lane.Frozen[minute]));

            differing.Should().BeEmpty("of seed {0}", seed);
            openings += compiled.Open.Count;
            disturbed += oracle.MetClockChange ? 1 : 0;
        }

        openings.Should().BeGreaterThan(Cases);
        disturbed.Should().BeGreaterThan(Cases / 4);
    }

    [Fact]
    public void It_says_what_the_rules_say_over_twelve_years_in_every_zone()
    {
        var random = new Random(8);
        foreach (var zone in Given.Zones.Ids)
        {
            var calendar = Given.Closed(Weekly(random, "window", zone), Weekly(random, "further", zone), Freeze(random, zone));
            var judged = calendar.Judge(_range, Given.ForPayments);
            var expected = SlotSet.Of(judged.Windows.Select(window => window.Span))
                .Subtract(SlotSet.Of(judged.Freezes.Select(freeze => freeze.Span)))
                .Intersect(SlotSet.Of(_range));

            var compiled = calendar.Compile(Given.ForPayments, _range);

            compiled.Open.Equals(expected).Should().BeTrue("in {0}: {1}", zone, string.Join("; ", calendar.Rules));
            compiled.Open.Count.Should().BeGreaterThan(300);
        }
    }

    [Fact]
    public void Every_answer_is_that_of_a_look_through_all_openings()
    {
        var (random, found) = (new Random(9), 0);
        for (var round = 0; round < 60; round++)
        {
            var compiled = Speckled(random);
            for (var probe = 0; probe < 200; probe++)
            {
                var at = _range.Start + Duration.FromMinutes(random.NextInt64((long)_range.Length.TotalMinutes));
                var length = Duration.FromMinutes(random.Next(1, random.Next(2) == 0 ? 200 : 20_000));

                compiled.IsOpen(at).Should().Be(compiled.Open.Any(slot => slot.Contains(at)));
                compiled.EarliestStart(at, length).Should().Be(FirstFit(compiled.Open, at, length));
                compiled.NextOpening(at).Should().Be(First(compiled.Open.Select(slot => slot.Start), at));
                compiled.NextClosing(at).Should().Be(First(compiled.Open.Select(slot => slot.End).Where(end => end < _range.End), at));
                found += compiled.EarliestStart(at, length) is null ? 0 : 1;
            }
        }

        found.Should().BeInRange(2_000, 11_500, "some fit and some do not");
    }

    [Fact]
    public void The_earliest_start_is_where_the_explained_search_finds_its_slot()
    {
        var random = new Random(10);
        for (var round = 0; round < 20; round++)
        {
            var compiled = Speckled(random);
            for (var probe = 0; probe < 10; probe++)
            {
                var at = _range.Start + Duration.FromMinutes(random.NextInt64((long)_range.Length.TotalMinutes));
                var effort = new Effort(Duration.FromMinutes(random.Next(30)), Duration.FromMinutes(random.Next(1, 200)), Duration.FromMinutes(random.Next(30)));

                var search = compiled.Calendar.EarliestSlot(new SlotRequest(Given.ForPayments, effort, at, _range.End));

                compiled.EarliestStart(at, effort.Total).Should().Be(search.Slot?.Start);
            }
        }
    }

    [Fact]
    public void Extending_gives_what_compiling_all_at_once_gives()
    {
        var random = new Random(11);
        foreach (var zone in new[] { "Europe/London", "America/Los_Angeles", "Pacific/Apia", "Australia/Lord_Howe" })
        {
            var calendar = Given.Open(Weekly(random, "window", zone), Freeze(random, zone));
            var step = calendar.Compile(Given.ForPayments, new Slot(_range.Start, _range.Start + Duration.FromHours(1)));
            while (step.Range.End < _range.End)
            {
                step = step.ExtendedTo(Instant.Min(_range.End, step.Range.End + Duration.FromMinutes(random.Next(1, 200_000))));
            }

            step.Range.Should().Be(_range);
            step.Open.Equals(calendar.Compile(Given.ForPayments, _range).Open).Should().BeTrue("in {0}", zone);
            step.ExtendedTo(_range.Start).Should().BeSameAs(step);
        }
    }

    [Fact]
    public void Asking_allocates_nothing()
    {
        var compiled = Speckled(new Random(12));
        var (at, hour, sum) = (_range.Start, Duration.FromHours(1), 0L);
        long Ask()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var day = 0; day < 4_000; day++, at += Duration.FromDays(1))
            {
                sum += compiled.IsOpen(at) ? 1 : 0;
                sum += compiled.EarliestStart(at, hour)?.ToUnixTimeTicks() ?? 0;
                sum += compiled.NextOpening(at)?.ToUnixTimeTicks() ?? 0;
                sum += compiled.NextClosing(at)?.ToUnixTimeTicks() ?? 0;
            }

            at = _range.Start;
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Ask();
        Ask().Should().Be(0);
        sum.Should().NotBe(0);
    }

    [Fact]
    public void An_opening_takes_sixteen_bytes()
    {
        var calendar = Given.Closed(Given.Window("nights", "Europe/London", Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Friday), "8 h"));
        var (five, ten) = (BytesOf(calendar, years: 5), BytesOf(calendar, years: 10));

        ((ten.Bytes - five.Bytes) / (double)(ten.Count - five.Count)).Should().BeApproximately(16, 0.1);
    }

    [Fact]
    public void A_buffer_holds_what_a_set_would_however_often_it_is_used()
    {
        var (random, buffer) = (new Random(13), new SlotBuffer());
        for (var round = 0; round < 200; round++)
        {
            CalendarRule[] rules = [.. Enumerable.Range(0, random.Next(1, 4)).Select(number => Weekly(random, FormattableString.Invariant($"w{number}"), "Europe/London"))];
            var calendar = random.Next(3) == 0 ? Given.Open([.. rules, Freeze(random, "Europe/London")]) : Given.Closed(rules);
            var range = new Slot(_range.Start, _range.Start + Duration.FromDays(random.Next(1, 4_000)));

            calendar.OpenWithin(range, Given.ForPayments, buffer);

            buffer.ToSet().Equals(calendar.OpenWithin(range, Given.ForPayments)).Should().BeTrue("in round {0}", round);
            buffer.Count.Should().Be(buffer.ToSet().Count);
            Enumerable.Range(0, buffer.Count).Select(at => new Slot(buffer.StartOf(at), buffer.EndOf(at))).Should().Equal(buffer.ToSet());
        }

        buffer.Invoking(all => all.StartOf(all.Count)).Should().Throw<IndexOutOfRangeException>();
    }

    [Fact]
    public void Filling_a_buffer_allocates_nothing_for_each_opening()
    {
        var calendar = Given.Closed(Given.Window("nights", "Europe/London", Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Friday), "8 h"));
        var buffer = new SlotBuffer();
        long BytesOf(int years)
        {
            var range = new Slot(_range.Start, _range.Start + Duration.FromDays(365 * years));
            calendar.OpenWithin(range, Given.ForPayments, buffer);
            var before = GC.GetAllocatedBytesForCurrentThread();
            calendar.OpenWithin(range, Given.ForPayments, buffer);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        BytesOf(years: 10).Should().Be(BytesOf(years: 5));
    }

    [Fact]
    public void An_exemption_and_an_override_pass_the_freeze_that_they_are_for()
    {
        var freeze = Given.OnceFrozen("freeze", "2026-06-01 00:00", "24 h") with { Exempt = [new ChangeClass("urgent")] };
        var calendar = Given.Open(freeze, Given.OnceFrozen("other", "2026-06-03 00:00", "24 h"));
        var noon = Given.Utc("2026-06-01 12:00");

        calendar.Compile(Given.ForPayments, _range).IsOpen(noon).Should().BeFalse();
        calendar.Compile(new CalendarQuestion([Given.Payments], [new ChangeClass("urgent")]), _range).IsOpen(noon).Should().BeTrue();
        var passed = calendar.FreezesAt(noon, Given.ForPayments).Single();
        var passing = calendar.Compile(Given.ForPayments with { Passes = [new FreezePass(passed.Rule.Id, passed.Span)] }, _range);
        passing.IsOpen(noon).Should().BeTrue();
        passing.IsOpen(noon + Duration.FromDays(2)).Should().BeFalse();
    }

    [Fact]
    public void What_it_does_not_know_it_does_not_answer()
    {
        var compiled = Given.Open().Compile(Given.ForPayments, _range);

        compiled.Invoking(all => all.IsOpen(_range.End)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*extend it*");
        compiled.Invoking(all => all.EarliestStart(_range.Start - Duration.FromSeconds(1), Duration.FromHours(1))).Should().Throw<ArgumentOutOfRangeException>();
        compiled.Invoking(all => all.EarliestStart(_range.Start, Duration.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        compiled.EarliestStart(_range.Start, _range.Length).Should().Be(_range.Start);
        compiled.EarliestStart(_range.Start, _range.Length + Duration.FromNanoseconds(1)).Should().BeNull();
        compiled.NextClosing(_range.Start).Should().BeNull();
    }

    [Fact]
    public void A_rule_before_and_after_the_years_of_the_tables_is_placed_as_ever()
    {
        var calendar = Given.Closed(Given.Window("nights", "Europe/London", Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Friday), "until 06:00"));
        foreach (var (from, until) in new[] { ("1890-01-01 00:00", "1975-01-01 00:00"), ("2090-01-01 00:00", "2150-01-01 00:00") })
        {
            var range = Given.Slot(from, until);

            calendar.OpenWithin(range, Given.ForPayments).Equals(SlotSet.Of(calendar.Judge(range, Given.ForPayments).Windows.Select(window => window.Span)))
                .Should().BeTrue();
        }
    }

    private static (long Bytes, int Count) BytesOf(ChangeCalendar calendar, int years)
    {
        var range = new Slot(_range.Start, _range.Start + Duration.FromDays(365 * years));
        calendar.OpenWithin(range, Given.ForPayments);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var open = calendar.OpenWithin(range, Given.ForPayments);
        return (GC.GetAllocatedBytesForCurrentThread() - before, open.Count);
    }

    private static CompiledCalendar Speckled(Random random)
    {
        var freezes = Enumerable.Range(0, random.Next(200)).Select(number => Given.OnceFrozen(
            FormattableString.Invariant($"f{number}"), "2015-01-01 00:00", FormattableString.Invariant($"{random.Next(1, 30_000)} min")) is var freeze
            ? new Freeze(freeze.Id, freeze.Title, freeze.Zone, Recurrence.Once(new LocalDateTime(2015, 1, 1, 0, 0).PlusMinutes(random.Next(12 * 365 * 1440))), freeze.Length, freeze.Scope, string.Empty)
            : freeze);
        CalendarRule[] windows = random.Next(4) == 0 ? [] : [Weekly(random, "window", "America/New_York")];
        return Given.Open([.. windows, .. freezes]).Compile(Given.ForPayments, _range);
    }

    private static Window Weekly(Random random, string id, string zone) =>
        new(new RuleId(id), id, zone, Recurrence.Weekly(Time(random), Days(random)), Length(random), Scope.Everything);

    private static Freeze Freeze(Random random, string zone) =>
        new(new RuleId("freeze"), "freeze", zone, Recurrence.Weekly(Time(random), IsoDayOfWeek.Sunday), RuleLength.For(Duration.FromMinutes(random.Next(15, 300))), Scope.Everything, string.Empty);

    private static LocalTime Time(Random random) => LocalTime.Midnight.PlusMinutes(random.Next(2) == 0 ? random.Next(288) * 5 : random.Next(18) * 15);

    private static IsoDayOfWeek[] Days(Random random) => [(IsoDayOfWeek)random.Next(1, 8), IsoDayOfWeek.Wednesday, IsoDayOfWeek.Sunday];

    private static RuleLength Length(Random random) => random.Next(3) switch
    {
        0 => RuleLength.For(Duration.FromMinutes(random.Next(15, 900))),
        1 => RuleLength.Until(Time(random)),
        _ => RuleLength.Until(1, Time(random)),
    };

    private static Instant? FirstFit(SlotSet open, Instant from, Duration length) => open
        .Where(slot => slot.End > from)
        .Select(slot => (Start: Instant.Max(slot.Start, from), slot.End))
        .Where(slot => slot.End - slot.Start >= length)
        .Select(slot => (Instant?)slot.Start)
        .FirstOrDefault();

    private static Instant? First(IEnumerable<Instant> turns, Instant after) => turns.Where(turn => turn > after).Select(turn => (Instant?)turn).FirstOrDefault();
}
