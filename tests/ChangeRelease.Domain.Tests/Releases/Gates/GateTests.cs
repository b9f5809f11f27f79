using System.Numerics;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Gates;

/// <summary>What opens a gate, what fails it, and who may say so (S-24, S-52).</summary>
public sealed class GateTests
{
    private static readonly Actor Wanda = Crew.Person("wanda");
    private static readonly DirectorySnapshot Watching = Crew.Directory with
    {
        Memberships = Crew.Directory.Memberships.With(new Membership(new RoleId("watch"), [Wanda.Id, Crew.Olga.Id, Crew.Oscar.Id])),
    };

    [Theory]
    [InlineData("wanda", true)]
    [InlineData("olga", false)]
    [InlineData("oscar", false)]
    [InlineData("greta", false)]
    [InlineData("bot", false)]
    public void A_manual_gate_is_judged_by_whom_it_names_and_by_nobody_who_had_a_hand_in_it_or_started_it(string who, bool mayJudge)
    {
        var voyage = RolloutRefusals.Watched();
        voyage.Release.StartedBy.Should().Be(Crew.Oscar);
        var leg = voyage.By(who == "bot" ? Actor.Service(new ActorId("bot"), Wanda.Id) : Crew.Person(who), new RecordGateEvidence(Look(voyage, GateVerdict.Passed)));

        var decision = voyage.Ask(leg with { Facts = leg.Facts with { Directory = Watching } });

        decision.Refusals.Select(refusal => refusal.Code).Should().Equal(mayJudge ? [] : ["release.gate.not-entitled"]);
    }

    [Fact]
    public void A_manual_gate_may_name_a_person()
    {
        Gate.Manual("sign-off", Wanda.Id).ToString().Should().Be("sign-off (Manual, by wanda)");
        var voyage = new Voyage(Crew.Content with
        {
            Rollout = new RolloutPlan(RolloutStrategy.AllAtOnce, [new("all", Crew.Production, Share.All) { Gates = [Gate.Manual("a look", Wanda.Id)] }]),
        }).Go("StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment", "BeginStage");

        voyage.Ask(voyage.By(Wanda, new RecordGateEvidence(Look(voyage, GateVerdict.Passed)))).Refusals.Should().BeEmpty();
        voyage.Ask(voyage.By(Crew.Greta, new RecordGateEvidence(Look(voyage, GateVerdict.Passed)))).Refusals.Should().ContainSingle().Which.Remedies.Should().ContainSingle().Which.Text.Should().Be("Ask wanda to judge the gate");
    }

    [Fact]
    public void An_error_budget_is_compared_exactly()
    {
        Gate.ErrorBudget("b", Share.Percent(20)).Judge(Of(new ErrorBudget(200, 1_000))).Should().Be(GateVerdict.Passed, "exactly so much is enough");
        Gate.ErrorBudget("b", Share.Percent(20)).Judge(Of(new ErrorBudget(199, 1_000))).Should().Be(GateVerdict.Failed);
        Gate.ErrorBudget("b", Share.None).Judge(Of(new ErrorBudget(-1, 1))).Should().Be(GateVerdict.Failed, "more was spent than there was");
        Gate.ErrorBudget("b", Share.All).Judge(Of(new ErrorBudget(long.MaxValue - 1, long.MaxValue))).Should().Be(GateVerdict.Failed);
    }

    [Property(MaxTest = 1_000)]
    public Property A_budget_holds_exactly_when_the_fraction_left_is_not_less_than_the_share() => Prop.ForAll(
        (from total in Gen.Choose(1, 3_000) from remaining in Gen.Choose(-50, total) from least in Gen.Choose(0, Share.Whole) select (remaining, total, least)).ToArbitrary(),
        at =>
        {
            var holds = new ErrorBudget(at.remaining, at.total).Holds(Share.OfBasisPoints(at.least));
            return (holds == ((BigInteger.Multiply(at.remaining, 10_000) - BigInteger.Multiply(at.least, at.total)).Sign >= 0))
                .Classify(holds, "holds").Classify(!holds, "does not");
        });

    [Fact]
    public void Evidence_from_before_the_stage_or_no_newer_than_the_last_does_not_count()
    {
        var voyage = new Voyage().Go("StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment", "BeginStage");
        var begun = voyage.Now;

        Refused(begun - Duration.FromNanoseconds(1_000)).Should().Equal("release.gate.evidence-stale");
        Refused(begun).Should().BeEmpty("the stage had begun");
        voyage.Do(voyage.By(Crew.Bot, Rate(GateVerdict.Failed, begun), begun));
        Refused(begun).Should().Equal("release.gate.evidence-stale");
        Refused(begun + Duration.FromHours(2)).Should().Equal("release.gate.evidence-ahead");
        Refused(begun + Duration.FromNanoseconds(1_000)).Should().BeEmpty();

        IEnumerable<string> Refused(Instant measured) => voyage.Ask(voyage.By(Crew.Bot, Rate(GateVerdict.Passed, measured), begun + Duration.FromHours(1))).Refusals.Select(refusal => refusal.Code);
    }

    [Fact]
    public void A_result_tells_who_handed_in_what_and_when_and_its_digest()
    {
        var voyage = new Voyage().Go("StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment", "BeginStage", "RecordGate");

        var result = voyage.Release.Runs[0].Latest("error rate")!;

        (result.By, result.At, result.Verdict, result.Evidence.Source, result.Evidence.Report).Should().Be((Crew.Oscar.Id, voyage.Now, GateVerdict.Passed, "run 12", Digest.Zero));
    }

    private static RecordGateEvidence Rate(GateVerdict verdict, Instant measured) => new(GateEvidence.Of("error rate", verdict, measured, "run 12", Digest.Zero));

    private static GateEvidence Look(Voyage voyage, GateVerdict verdict) => GateEvidence.Of("a look", verdict, voyage.Now, "the dashboard", Digest.Zero);

    private static GateEvidence Of(ErrorBudget budget) => GateEvidence.Of("b", budget, Crew.Opening, "s", Digest.Zero);
}
