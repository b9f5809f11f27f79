using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Calendars;
using NodaTime;
using static ChangeRelease.Domain.Tests.Scheduling.Conflicts.Planned;

namespace ChangeRelease.Domain.Tests.Scheduling.Conflicts;

/// <summary>Window, freeze and conflict in one answer.</summary>
public sealed class SlotCheckTests
{
    private static readonly Slot _week = new(Midnight, Midnight + Duration.FromDays(7));

    private static readonly CompiledCalendar _calendar = Given.Closed(
            Given.Window("mornings", "Etc/UTC", Recurrence.Weekly(new LocalTime(1, 0), [.. Enum.GetValues<IsoDayOfWeek>().Skip(1)]), "4 h"),
            Given.OnceFrozen("sale", "2026-11-02 03:00", "60 min"))
        .Compile(Given.ForPayments, _week);

    private static readonly ConflictPolicy _policy = Policy(
        SameService(), ConflictRule.SameEnvironment(Rule("places"), ConflictSeverity.Hard, 2), ConflictRule.SamePerson(Rule("people"), ConflictSeverity.Soft));

    private static readonly ConflictIndex _schedule = ConflictIndex.Of(_policy, [Work("CHG-1", 60, 120, "payments"), Work("CHG-2", 240, 270, "payments"), Work("CHG-3", 60, 300, "blog").By("ann")]);

    private static readonly SlotCheck _check = SlotCheck.Of(_calendar, _schedule, Work("CHG-9", 0, 30, "payments").By("ann"));

    [Fact]
    public void Everything_that_speaks_against_a_slot_is_told_at_once_with_the_earliest_that_would_do()
    {
        var answer = SlotCheck.Of(_calendar, _schedule, Work("CHG-9", 0, 150, "payments")).Explain(At(100));

        answer.MayGo.Should().BeFalse();
        answer.Refusals.Select(refusal => refusal.Code).Should().Equal(
            "scheduling.slot.frozen", "scheduling.slot.conflict", "scheduling.slot.conflict", "scheduling.slot.conflict", "scheduling.slot.conflict");
        answer.Conflicts.Hard.Select(conflict => $"{conflict.Rule.Id} {conflict.Span}").Should().Equal(
            $"same-service {Slot(100, 120)}", $"same-service {Slot(240, 250)}", $"places {Slot(100, 120)}", $"places {Slot(240, 250)}");
        answer.Earliest.Start.Should().Be(At(1_440 + 60));
        answer.Refusals.Should().OnlyContain(refusal => refusal.Remedies.Single().Text == "Start CHG-9 at 2026-11-03T01:00:00Z, the earliest that is open and clear");
        answer.ToString().Should().StartWith("CHG-9 may not go into [2026-11-02T01:40:00Z, 2026-11-02T04:10:00Z). The freeze 'sale'");
    }

    [Fact]
    public void Where_nothing_hard_is_in_the_way_it_may_go_and_is_warned()
    {
        _check.MayStart(At(120)).Should().BeTrue();
        var answer = _check.Explain(At(120));
        (answer.MayGo, answer.Refusals.Count, answer.Earliest.Start).Should().Be((true, 0, At(120)));
        answer.ToString().Should().Be(
            "CHG-9 may go into [2026-11-02T02:00:00Z, 2026-11-02T02:30:00Z). CHG-9 and CHG-3 both need person ann from 2026-11-02T02:00:00Z to 2026-11-02T02:30:00Z.");
    }

    [Fact]
    public void It_may_start_exactly_when_the_calendar_is_open_and_nothing_hard_is_in_the_way_and_the_earliest_is_the_first_such()
    {
        var (may, earliest) = (0, (int?)null);
        for (var minute = 1_500; minute >= 0; minute--)
        {
            var slot = Slot(minute, minute + 30);
            var expected = _calendar.Calendar.Judge(slot, Given.ForPayments).IsOpen && _schedule.Against(_check.Work.MovedTo(slot)).Hard.Count == 0;
            earliest = expected ? minute : earliest;

            _check.MayStart(At(minute)).Should().Be(expected, "at minute {0}", minute);
            _check.EarliestStart(At(minute)).Start.Should().Be(earliest is { } found ? At(found) : At(1_500), "from minute {0}", minute);
            may += expected ? 1 : 0;
        }

        may.Should().BeInRange(20, 200);
    }

    [Fact]
    public void While_nothing_is_in_the_way_asking_allocates_nothing()
    {
        var (live, sum) = (new LiveConflictIndex(_policy, works: _schedule.All().Conflicts.Select(conflict => conflict.Work)), 0);
        live.Add(Work("CHG-1", 60, 120, "payments"));
        live.Add(Work("CHG-4", 60, 90, "ledger"));
        live.Add(Work("CHG-5", 90, 120, "shop"));
        var (changing, places) = (SlotCheck.Of(_calendar, live, _check.Work), live.Prepare(Work("CHG-8", 70, 110, "blog")));
        long Ask()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var minute = 0; minute < 2_000; minute++)
            {
                sum += _check.MayStart(At(minute)) ? 1 : 0;
                sum += changing.MayStart(At(minute)) ? 1 : 0;
                sum += places.Worst(At(minute % 300)) is null ? 1 : 0;
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Ask();
        Ask().Should().Be(0);
        sum.Should().BeGreaterThan(1_000);
    }

    [Fact]
    public void What_the_calendar_does_not_know_is_not_answered()
    {
        var last = _week.End - Duration.FromMinutes(30);

        _check.Invoking(check => check.MayStart(last)).Should().NotThrow();
        _check.Invoking(check => check.MayStart(last + Duration.FromSeconds(1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*extend it*");
        _check.Invoking(check => check.MayStart(Midnight - Duration.FromSeconds(1))).Should().Throw<ArgumentOutOfRangeException>();
        _check.EarliestStart(last).Should().Be(new ClearStart(null, last, IsSearched: true));
        FluentActions.Invoking(() => SlotCheck.Of(_calendar, _schedule, Work("CHG-9", 0, 30, "ledger"))).Should().Throw<ArgumentException>()
            .WithMessage("The calendar is not compiled for ledger in production.*");
    }
}
