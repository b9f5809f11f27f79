using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Embedding;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Permits;

/// <summary>The second check: each reason by itself, both ends to the microsecond, and all reasons at once.</summary>
public sealed class PermitCheckTests
{
    private static readonly Duration Microsecond = Duration.FromNanoseconds(1_000);
    private static readonly Digest Other = Digest.Of("other"u8);

    private static readonly Lazy<Task<Started>> Begun = new(() => Started.BeginAsync(World.One, World.Tenant));

    [Fact]
    public async Task A_step_may_begin_at_both_ends_and_not_one_microsecond_before_or_after()
    {
        var (begun, permit) = (await Begun.Value, (await Begun.Value).Permit);

        Codes(begun.Favorable(permit, permit.NotBefore)).Should().BeEmpty();
        Codes(begun.Favorable(permit, permit.NotAfter)).Should().BeEmpty();
        Codes(begun.Favorable(permit, permit.NotBefore - Microsecond)).Should().Equal("change.permit.too-early");
        Codes(begun.Favorable(permit, permit.NotAfter + Microsecond)).Should().Equal("change.permit.too-late");
        Codes(begun.Favorable(permit, permit.NotAfter + Duration.FromNanoseconds(999))).Should().BeEmpty("what is kept has no digits below the microsecond");
    }

    [Fact]
    public async Task What_is_too_early_says_from_when_on_it_is_not()
    {
        var (begun, permit) = (await Begun.Value, (await Begun.Value).Permit);
        var early = PermitCheck.Check(begun.Favorable(permit, permit.NotBefore - Duration.FromHours(1))).Refusals.Single();

        early.Earliest.Should().Be(permit.NotBefore);
        Codes(begun.Favorable(permit, early.Earliest!.Value)).Should().BeEmpty();
        Codes(begun.Favorable(permit, early.Earliest.Value - Microsecond)).Should().Equal(early.Code);
    }

    [Fact]
    public async Task Each_reason_is_given_by_itself_with_a_cure()
    {
        var begun = await Begun.Value;
        var (change, good) = (begun.Change, begun.Favorable(begun.Permit));
        var report = new PermitReport(PermitProgress.Finished, string.Empty, World.Otto, Started.Start);
        (string Code, PermitCase Case)[] faults =
        [
            ("change.permit.change-missing", good with { Change = null }),
            ("change.permit.other-change", good with { Change = change with { Id = World.Two } }),
            ("change.permit.other-history", good with { HeadThere = null }),
            ("change.permit.other-history", good with { HeadThere = Other }),
            ("change.permit.not-issued", good with { Change = change with { Permits = [] } }),
            ("change.permit.other-environment", begun.Asked(begun.Permit, new EnvironmentId("attic"), begun.Permit.Content, Started.Start)),
            ("change.permit.other-content", begun.Asked(begun.Permit, begun.Permit.Environment, Other, Started.Start)),
            ("change.permit.content-changed", good with { Change = change with { Digest = Other } }),
            ("change.permit.too-early", begun.Favorable(begun.Permit, begun.Permit.NotBefore - Microsecond)),
            ("change.permit.too-late", begun.Favorable(begun.Permit, begun.Permit.NotAfter + Microsecond)),
            ("change.permit.between-slots", good with { Change = change with { Slots = [new Slot(Started.Start - Duration.FromHours(1), Started.Start), World.Night(1)] } }),
            ("change.permit.not-being-made", good with { Change = change with { Status = ChangeStates.OnHold } }),
            ("change.permit.ended", good with { Change = With(change, standing => standing with { EndedAt = Started.Start }) }),
            ("change.permit.revoked", good with { Change = With(change, standing => standing with { Revocation = new PermitRevocation("no", World.Ann, Started.Start) }) }),
            ("change.permit.used-up", good with { Change = With(change, standing => standing with { Result = report }) }),
            ("change.permit.used-up", good with { Change = With(change, standing => standing with { Result = report with { Progress = PermitProgress.Failed } }) }),
        ];

        Codes(good).Should().BeEmpty();
        faults.Should().AllSatisfy(fault => Codes(fault.Case).Should().Equal([fault.Code], fault.Code));
        faults.SelectMany(fault => PermitCheck.Check(fault.Case).Refusals).Where(refusal => !refusal.IsUnjudged).Should().AllSatisfy(refusal =>
        {
            refusal.Explanation.Should().NotBeNullOrWhiteSpace();
            (refusal.Remedies.Count > 0).Should().BeTrue($"{refusal.Code} can be cured");
        });
        PermitNeeds.Online.Select(need => need.Code).Should().BeEquivalentTo(faults.Select(fault => fault.Code).Distinct());
    }

    [Fact]
    public async Task All_reasons_are_given_at_once_and_what_cannot_be_judged_waits()
    {
        var begun = await Begun.Value;
        var it = begun.Permit;
        var forged = new Permit(World.Two, it.Version + 1, Other, it.Environment, it.NotBefore, it.NotAfter, it.Head);
        var answer = PermitCheck.Check(begun.Asked(forged, Started.Staging, it.Content, it.NotAfter + Microsecond) with { Change = begun.Change with { Status = ChangeStates.BackingOut } });

        answer.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).Should().Equal(
            "change.permit.other-change",
            "change.permit.other-history",
            "change.permit.not-issued",
            "change.permit.other-environment",
            "change.permit.other-content",
            "change.permit.content-changed",
            "change.permit.too-late",
            "change.permit.not-being-made");
        answer.Refusals.Where(refusal => refusal.IsUnjudged).Select(refusal => refusal.Code).Should().Equal("change.permit.ended", "change.permit.revoked", "change.permit.used-up");
    }

    [Fact]
    public async Task Between_two_slots_nothing_begins_and_the_next_slot_is_named()
    {
        var begun = await Begun.Value;
        var (first, second) = (new Slot(Started.Start - Duration.FromHours(1), Started.Start), new Slot(Started.Start + Duration.FromMinutes(5), Started.Start + Duration.FromHours(9)));
        PermitCase At(Instant at) => begun.Favorable(begun.Permit, at) with { Change = begun.Change with { Slots = [first, second] } };

        Codes(At(first.End)).Should().Equal("change.permit.between-slots");
        Codes(At(second.Start - Microsecond)).Should().Equal("change.permit.between-slots");
        PermitCheck.Check(At(first.End)).Refusals.Single().Earliest.Should().Be(second.Start);
        Codes(At(second.Start)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_change_put_aside_by_a_host_keeps_its_permits_and_lets_nothing_begin()
    {
        var begun = await Begun.Value;
        var (suspended, rolling) = (new State("Suspended", Phase.Paused), new State("Rolling", Phase.Realization));
        var aside = Moved(begun.Change, suspended);

        Codes(begun.Favorable(begun.Permit) with { Change = aside }).Should().Equal("change.permit.not-being-made");
        Codes(begun.Favorable(begun.Permit) with { Change = Moved(aside, rolling) }).Should().BeEmpty();
        Codes(begun.Favorable(begun.Permit) with { Change = Moved(Moved(aside, ChangeStates.BackingOut), rolling) }).Should().Equal("change.permit.ended");
        Codes(begun.Favorable(begun.Permit) with { Change = Moved(Moved(aside, ChangeStates.Canceled), rolling) }).Should().Equal("change.permit.ended");
    }

    private static ChangeRequest Moved(ChangeRequest change, State to) => ChangeRequest.Fold(change, new ChangeActedOn(
        new EventHeader(new Stamp(change.LastAt, World.Otto, new CommandId($"to {to}")), to, change.Digest, Digest.Zero, []), new Trigger("Move"), Arguments.None, change.Model));

    private static ChangeRequest With(ChangeRequest change, Func<PermitStanding, PermitStanding> next) => change with { Permits = change.Permits.Select(next).ToValueList() };

    private static IEnumerable<string> Codes(PermitCase asked) => PermitCheck.Check(asked).Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);
}
