using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using static ChangeRelease.Domain.Releases.ReleaseStates;
using static ChangeRelease.Domain.Releases.ReleaseTriggers;

namespace ChangeRelease.Domain.Tests.Releases;

/// <summary>Releases that are moved to another definition (S-8, S-13).</summary>
public sealed class ReleaseMigrationTests
{
    private static readonly Actor Paul = Crew.Person("paul");
    private static readonly State Signing = new("Signing", Phase.Authorization);
    private static readonly MigrateRelease ToLater = new("release", 2, "packages are signed");
    private static readonly string[] Main = ["StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment"];

    private static readonly ReleaseModel Later = ReleaseModels.Ordinary.Derive("release", 2, release => release
        .Insert(Signing, Authorizing, Approved)
        .Share(Signing, Approved, Annotate, Cancel)
        .In(Signing).On(new Trigger("Sign")).GoTo(Approved));

    private static readonly ReleaseModel Other = ReleaseModels.Ordinary.Derive("other", 1, release => release.Require(Go, Needs.Reason));

    private static readonly MigrationCatalog Maps = new(
        MigrationMap.Between(ReleaseModels.Ordinary.Lifecycle.Description, Later.Lifecycle.Description, map => map
            .Move(Approved, Signing).Keep(Scheduled, Deploying, Paused, RollingBack, Verifying, ReleaseStates.RolledBack).AsIfPast(Signing).KeepTheRest()),
        MigrationMap.Between(ReleaseModels.Ordinary.Lifecycle.Description, Other.Lifecycle.Description, map => map.ToAnotherDefinition().Move(Deploying, Approved).KeepTheRest()));

    [Theory]
    [InlineData(0, "Planned", 0)]
    [InlineData(3, "Authorizing", 0)]
    [InlineData(4, "Signing", 0)]
    [InlineData(5, "Scheduled", 1)]
    [InlineData(6, "Deploying", 1)]
    public void A_release_goes_on_under_the_next_version(int steps, string state, int slots)
    {
        var before = new Voyage().Go(Main[..steps]).Release;

        var decision = Decide(before, ToLater);
        var after = decision.Events.Aggregate(before, Release.Fold);

        decision.Refusals.Should().BeEmpty();
        (after.Model, after.Status.Name, after.Slots.Count).Should().Be((Later.Lifecycle.Reference, state, slots));
        (after.Content, after.Digest, after.Votes, after.Tested, after.Contributors).Should().Be((before.Content, before.Digest, before.Votes, before.Tested, before.Contributors));
        Decide(after, ToLater, commandId: "again").Refusals.Select(refusal => refusal.Code).Should().Contain("release.migration.already-there");
        Decide(after, new AnnotateRelease("on it goes"), commandId: "note").Refusals.Should().BeEmpty();
        ReleaseJson.ReadEvent(ReleaseJson.Write(decision.Events[0])).Should().Be(decision.Events[0]);
    }

    [Fact]
    public void Under_a_model_of_another_id_votes_and_booking_are_void()
    {
        var before = new Voyage().Go(Main[..5]).Release;

        var after = Decide(before, new MigrateRelease("other", 1, "why")).Events.Aggregate(before, Release.Fold);

        before.Votes.Should().NotBeEmpty();
        after.Should().BeEquivalentTo(new { Status = Scheduled, Votes = Array.Empty<Vote>(), Slots = Array.Empty<object>(), before.Digest });
    }

    [Theory]
    [InlineData("release.reason.missing")]
    [InlineData("release.migration.target-unknown")]
    [InlineData("release.migration.map-missing")]
    [InlineData("release.migration.map-does-not-apply")]
    [InlineData("release.migration.already-there")]
    [InlineData("release.migration.begun-already")]
    [InlineData("release.migration.not-process-owner")]
    [InlineData("release.migration.contributed")]
    [InlineData("release.migration.directory-missing")]
    public void What_is_wrong_is_refused_and_nothing_else(string code)
    {
        var release = new Voyage().Go(Main[..3]).Release;
        var decision = code switch
        {
            "release.reason.missing" => Decide(release, ToLater with { Reason = " " }),
            "release.migration.target-unknown" => Decide(release, ToLater with { Model = "none" }),
            "release.migration.map-missing" => Decide(release, ToLater, change: facts => facts with { Migrations = MigrationCatalog.None }),
            "release.migration.map-does-not-apply" => Decide(release with { Status = new State("Lost", Phase.Ready) }, ToLater),
            "release.migration.already-there" => Decide(release with { Model = Later.Lifecycle.Reference }, ToLater),
            "release.migration.begun-already" => Decide(new Voyage().Go(Main).Release, new MigrateRelease("other", 1, "why")),
            "release.migration.not-process-owner" => Decide(release, ToLater, Crew.Oscar),
            "release.migration.contributed" => Decide(release, ToLater, Crew.Olga),
            _ => Decide(release, ToLater, change: facts => facts with { Directory = null }),
        };

        decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).Should().Equal(code);
        decision.Refusals[0].Remedies.Should().NotBeEmpty();
    }

    [Fact]
    public void A_release_that_does_not_exist_is_not_moved() => ReleaseDecider.Decide(null, ToLater, Facts(Paul, "x")).Refusals.Should().ContainSingle().Which.Code.Should().Be("release.request.missing");

    private static Decision<ReleaseEvent> Decide(Release release, ReleaseCommand command, Actor? actor = null, string commandId = "migrate", Func<ReleaseFacts, ReleaseFacts>? change = null)
    {
        var facts = Facts(actor ?? Paul, commandId) with { Stamp = new Stamp(release.LastAt, actor ?? Paul, new CommandId(commandId)) };
        return ReleaseDecider.Decide(release, command, change?.Invoke(facts) ?? facts);
    }

    private static ReleaseFacts Facts(Actor actor, string commandId) => new(new Stamp(Crew.Opening, actor, new CommandId(commandId)), [ReleaseModels.Ordinary, Later, Other])
    {
        Migrations = Maps,
        Directory = Crew.Directory with { Memberships = Crew.Directory.Memberships.With(new Membership(ProcessOwnerNeeds<ReleaseAttempt>.Role, [Paul.Id, Crew.Olga.Id])) },
        Policy = Crew.Policy,
        Calendar = Crew.Calendar,
    };
}
