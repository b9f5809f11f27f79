using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Rollouts;

/// <summary>A release on its way out: stages, exposure, bakes, the halt at a failed gate, and the ways back and forward (S-47, S-52).</summary>
public sealed class RolloutTests
{
    private static readonly string[] Main = ["StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment"];

    [Fact]
    public void Exposure_rises_stage_by_stage_and_the_good_version_serves_until_everyone_has_the_new_one()
    {
        var voyage = Out();
        Seen(voyage).Should().Be("0 % [2.3.9]");

        Seen(voyage.Go("BeginStage")).Should().Be("5 % [2.3.9, 2.4.0]");
        Seen(voyage.Go("StageDone", "BeginStage")).Should().Be("50 % [2.3.9, 2.4.0]");
        Seen(voyage.Go("StageDone", "BeginStage")).Should().Be("100 % [2.4.0]");
        voyage.Go("StageDone", "AllStagesDone");

        voyage.Release.StagesDone.Should().Equal("canary", "half", "all");
        voyage.Release.Runs.Should().OnlyContain(run => run.Permit == "permit 7" && run.Package == voyage.Release.Content.Package!.Digest && run.FinishedAt != null);
        voyage.State.Should().Be("Verifying");
    }

    [Fact]
    public void A_stage_ends_from_the_instant_on_at_which_it_has_baked_and_not_a_microsecond_earlier()
    {
        var voyage = Out("BeginStage", "RecordGate");
        var baked = voyage.Release.Runs[0].BegunAt + Duration.FromMinutes(10);

        var refusal = voyage.Ask(voyage.By(Crew.Oscar, new FinishStage("canary"), baked - Duration.FromNanoseconds(1_000))).Refusals.Should().ContainSingle().Which;

        (refusal.Code, refusal.Earliest).Should().Be(("release.stage.baking", baked));
        voyage.Ask(voyage.By(Crew.Oscar, new FinishStage("canary"), baked)).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public void After_a_pause_a_stage_bakes_anew()
    {
        var voyage = Out("BeginStage", "RecordGate", "Pause");
        voyage.Now += Duration.FromMinutes(9);
        voyage.Go("Continue");

        voyage.Ask(voyage.By(Crew.Oscar, new FinishStage("canary"), voyage.Now + Duration.FromMinutes(9))).Refusals.Select(refusal => refusal.Code).Should().Equal("release.stage.baking");
    }

    [Fact]
    public void A_failed_gate_stops_the_rollout_in_the_same_decision_and_only_new_evidence_lets_it_go_on()
    {
        var voyage = Out("BeginStage");

        var halted = voyage.Do(voyage.Good("RecordGate:failed")).Events.Should().ContainSingle().Which.Should().BeOfType<GateRecorded>().Which;
        (halted.Header.Status, halted.Result.Verdict).Should().Be((ReleaseStates.Paused, GateVerdict.Failed));
        Codes(voyage, new ContinueRollout()).Should().Equal("release.gate.failed");

        voyage.Go("RecordGate").State.Should().Be("Paused", "someone must say that it goes on");
        voyage.Go("Continue").State.Should().Be("Deploying");
    }

    [Fact]
    public void A_gate_that_fails_after_its_stage_ended_stops_the_rollout_too()
    {
        var voyage = Out("StageDone");
        voyage.Release.RunUnderWay.Should().BeNull();
        var at = voyage.Now + Duration.FromMinutes(1);

        voyage.Do(voyage.By(Crew.Bot, new RecordGateEvidence(GateEvidence.Of("error rate", GateVerdict.Failed, at, "run 13", Digest.Zero)), at)).Refusals.Should().BeEmpty();

        voyage.State.Should().Be("Paused");
        voyage.Release.ExposureOf(Crew.Production).Should().Be(Share.Percent(5));
    }

    [Fact]
    public void What_is_inconclusive_neither_stops_the_rollout_nor_lets_a_stage_end()
    {
        var voyage = Out("BeginStage");
        voyage.Do(voyage.By(Crew.Bot, new RecordGateEvidence(GateEvidence.Of("error rate", GateVerdict.Inconclusive, voyage.Now, "run 12", Digest.Zero))));

        voyage.State.Should().Be("Deploying");
        voyage.Ask(voyage.By(Crew.Oscar, new FinishStage("canary"), voyage.Release.BakedAt)).Refusals.Should().ContainSingle()
            .Which.Explanation.Should().Be("The gate error rate (Analysis) of the stage canary is not passed: Inconclusive.");
    }

    [Fact]
    public void A_roll_back_goes_to_the_version_that_served_before_and_takes_the_release_from_everyone()
    {
        var voyage = Out("StageDone", "BeginStage", "RecordGate:failed");
        Codes(voyage, new RollBackRelease("errors rise", [Crew.Good with { Version = SemanticVersion.Parse("2.3.8") }])).Should().Equal("release.roll-back.to-other");

        voyage.Do(voyage.By(Crew.Oscar, new RollBackRelease("errors rise", [Crew.Good]))).Events.Should().ContainSingle().Which.Should().BeOfType<ReleaseRollBackStarted>().Which.To.Should().Equal(Crew.Good);
        Seen(voyage).Should().Be("50 % [2.3.9, 2.4.0]", "it is on its way");
        Seen(voyage.Go("RolledBack")).Should().Be("0 % [2.3.9]");
    }

    [Fact]
    public void Before_anything_is_deployed_a_roll_back_goes_nowhere() => Codes(Out(), new RollBackRelease("second thoughts")).Should().BeEmpty();

    [Fact]
    public void The_way_back_closes_when_its_window_is_over()
    {
        var voyage = Out("AllStagesDone");
        var until = voyage.Now + Duration.FromHours(4);

        voyage.Release.WayBackUntil.Should().Be(until);
        voyage.Ask(voyage.By(Crew.Oscar, new RollBackRelease("late", [Crew.Good]), until - Duration.FromNanoseconds(1_000))).IsAccepted.Should().BeTrue();
        voyage.Ask(voyage.By(Crew.Oscar, new RollBackRelease("late", [Crew.Good]), until)).Refusals.Should().ContainSingle().Which.Code.Should().Be("release.roll-back.window-over");
    }

    [Fact]
    public void Mended_forward_who_has_the_release_keeps_it_and_the_mended_one_replaces_it()
    {
        var voyage = Out("StageDone", "BeginStage", "RecordGate:failed");
        var mended = voyage.Release.Content with
        {
            Version = SemanticVersion.Parse("2.4.1"),
            Rollout = new RolloutPlan(RolloutStrategy.Rings, [new("half", Crew.Production, Share.Percent(50)), new("all", Crew.Production, Share.All)]),
        };
        voyage.Do(voyage.By(Crew.Ed, new RollReleaseForward(mended, "mended"))).Refusals.Should().BeEmpty();
        Seen(voyage).Should().Be("50 % [2.3.9, 2.4.0]");

        Seen(voyage.Go(Main)).Should().Be("50 % [2.3.9, 2.4.0]");
        voyage.Release.Before.Should().Equal(Crew.Good);
        Seen(voyage.Go("BeginStage")).Should().Be("50 % [2.3.9, 2.4.1]", "never three versions");
        Seen(voyage.Go("RollBack", "RolledBack")).Should().Be("0 % [2.3.9]");
    }

    [Fact]
    public void A_plan_that_would_take_the_release_away_is_refused_before_it_is_built()
    {
        var voyage = Out("StageDone", "BeginStage", "RollForward");
        voyage.Do(voyage.By(Crew.Ed, new AmendRelease(voyage.Release.Content with { Rollout = Crew.Canary }))).Refusals.Should().BeEmpty("a plan may be wrong until it is built");

        Codes(voyage, new StartReleaseBuild()).Should().Equal("release.exposure.falling");
        Codes(voyage, new CancelRelease("no need")).Should().Equal("release.exposure.left");
    }

    [Theory]
    [InlineData("stop", 0, "release.stage.must-stop")]
    [InlineData("abort", 0, "release.stage.must-stop")]
    [InlineData("overrun", 29, "")]
    [InlineData("overrun", 30, "release.stage.outside-slot release.stage.must-stop")]
    [InlineData("fit", 0, "release.stage.must-stop")]
    public void At_the_end_of_its_window_a_rollout_does_what_the_contract_says(string contract, int minutes, string codes)
    {
        var voyage = Out("StageDone");
        var (slot, end) = (voyage.Release.Slots[0], voyage.Release.Slots[0].End);
        var calendar = RolloutRefusals.Ended(Contract(contract), contract == "overrun" ? end : voyage.Now);
        voyage.Now = contract == "overrun" ? end + Duration.FromMinutes(minutes) : voyage.Now;

        var leg = voyage.Good("BeginStage");
        var facts = leg.Facts with { Calendar = calendar };
        var decision = voyage.Ask(leg with { Facts = facts });

        string.Join(' ', decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code)).Should().Be(codes);
        ReleaseDecider.ReviewRollout(voyage.Release, facts)?.GetType().Should().Be(codes.Length == 0 ? null : contract == "abort" ? typeof(RollBackRelease) : typeof(PauseRollout));
        slot.Contains(voyage.Release.DeployingSince!.Value).Should().BeTrue();
    }

    [Fact]
    public void What_is_under_way_when_the_window_ends_is_left_to_end_where_the_contract_says_so()
    {
        var voyage = Out("BeginStage");
        var facts = voyage.Good("StageDone").Facts with { Calendar = RolloutRefusals.Ended(InFlightContract.StopAtStageBoundary, voyage.Now + Duration.FromMinutes(1)) };
        voyage.Now += Duration.FromMinutes(2);

        ReleaseDecider.ReviewRollout(voyage.Release, facts with { Stamp = new Stamp(voyage.Now, Crew.Bot, new CommandId("sweep")) }).Should().BeNull();
        voyage.Go("StageDone");
        ReleaseDecider.ReviewRollout(voyage.Release, facts with { Stamp = new Stamp(voyage.Now, Crew.Bot, new CommandId("sweep")) }).Should().BeOfType<PauseRollout>();
    }

    [Fact]
    public void A_command_that_the_review_gives_is_accepted()
    {
        var voyage = Out("StageDone");
        var leg = voyage.Good("BeginStage");
        var facts = leg.Facts with { Calendar = RolloutRefusals.Ended(InFlightContract.AbortAndBackOut, voyage.Now) };

        ReleaseDecider.Decide(voyage.Release, ReleaseDecider.ReviewRollout(voyage.Release, facts)!, facts).Refusals.Should().BeEmpty();
    }

    private static InFlightContract Contract(string name) => name switch
    {
        "stop" => InFlightContract.StopAtStageBoundary,
        "abort" => InFlightContract.AbortAndBackOut,
        "overrun" => InFlightContract.MayOverrunBy(Duration.FromMinutes(30)),
        _ => InFlightContract.MustFit,
    };

    private static string Seen(Voyage voyage) => $"{voyage.Release.ExposureOf(Crew.Production)} {voyage.Release.VersionsServing(Crew.Production)}";

    private static IEnumerable<string> Codes(Voyage voyage, ReleaseCommand command) =>
        voyage.Ask(voyage.By(Crew.Oscar, command)).Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);

    private static Voyage Out(params string[] triggers) => new Voyage().Go(Main).Go(triggers);
}
