using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Where time alone cures, the refusal says from when: it passes then, and fails one microsecond before (S-3).</summary>
public sealed class EarliestTests
{
    private static readonly Duration Microsecond = Duration.FromNanoseconds(1_000);

    private static readonly Dictionary<string, Func<Situation>> TooEarly = new(StringComparer.Ordinal)
    {
        ["change.deferral.not-over"] = () => Scenarios.All["resume"].With(Scenarios.All["resume"].Faults),
        ["change.slot.not-over"] = () => Scenarios.All["lapse a slot"].With(Scenarios.All["lapse a slot"].Faults),
        ["change.start.outside-slot"] = () => Of("start") is var at ? at with { At = at.Change.Slots[0].Start - Duration.FromMinutes(10) } : null!,
        ["change.time.backwards"] = () => Of("Hold, with a reason") is var at ? at with { Change = at.Change with { LastAt = at.At + Duration.FromHours(2) } } : null!,
        ["change.debt.not-overdue"] = () => Of("escalate") is var at ? at with { At = at.Change.Debt!.RatifyBy - Duration.FromHours(3) } : null!,
        ["change.slot.exemption-used-up"] = () => Scenarios.All["pass a freeze with an emergency's Start"] is var scenario ? scenario.With([scenario.Faults[0]]) : null!,
        ["change.slot.frozen-now"] = () => Frozen(Of("start an emergency now")),
    };

    public static IEnumerable<object[]> Codes => TooEarly.Keys.Select(code => new object[] { code });

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_command_passes_at_its_earliest_instant_and_not_a_microsecond_before(string code)
    {
        var situation = TooEarly[code]();
        var refusal = situation.Decide().Refusals.Should().ContainSingle(refusal => !refusal.IsUnjudged).Subject;
        refusal.Code.Should().Be(code);
        var earliest = refusal.Earliest!.Value;

        (situation with { At = earliest }).Decide().Refusals.Should().BeEmpty();
        (situation with { At = earliest - Microsecond }).Decide().Refusals.Should().Contain(still => still.Code == code && still.Earliest == earliest);
    }

    [Fact]
    public void No_other_fault_is_said_to_be_cured_by_time()
    {
        var timely = Scenarios.All.Values
            .SelectMany(scenario => scenario.Faults.SelectMany(fault => scenario.With([fault]).Decide().Refusals))
            .Where(refusal => refusal.Earliest is not null)
            .Select(refusal => refusal.Code);

        timely.Should().NotBeEmpty().And.BeSubsetOf(TooEarly.Keys);
    }

    private static Situation Of(string name) => Scenarios.All[name].Good();

    private static Situation Frozen(Situation at) => at with { Freeze = new Slot(at.At - Duration.FromHours(1), at.At + Duration.FromHours(9)) };
}
