using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Deployments;

/// <summary>What is deployed is what was let go, and what its changes permit: for this environment, this content, this instant.</summary>
public sealed class ChangePermitTests
{
    private static readonly string[] Main = ["StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment"];

    public static TheoryData<string, string> Ways => new()
    {
        { "none", "The change CHG-2 is Scheduled, and has no permit for production." },
        { "elsewhere", "The change CHG-2 is Scheduled, and has no permit for production." },
        { "other content", "The permit of CHG-2 for production is for another content than the release was let go with." },
        { "early", "Under the permit of CHG-2 for production work begins from 2027-01-01T00:00:00Z to 2027-02-01T00:00:00Z, and it is 2026-11-02T09:01:00Z." },
        { "late", "Under the permit of CHG-2 for production work begins from 2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z, and it is 2026-11-02T09:01:00Z." },
        { "revoked", "The permit of CHG-2 for production does not hold: bo made it void." },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_stage_begins_without_a_permit_of_every_change_for_it(string way, string told)
    {
        foreach (var (voyage, at) in new[] { (new Voyage().Go(Main), "first"), (new Voyage().Go(Main).Go("StageDone"), "later") }.Take(way is "early" or "late" ? 1 : 2))
        {
            var leg = voyage.Good("BeginStage");
            var cleared = leg.Facts.Clearances!;

            var refused = voyage.Ask(leg with { Facts = leg.Facts with { Clearances = [cleared[0], cleared[1] with { Permits = Permits(way, cleared[1]) }] } });

            refused.Refusals.Select(refusal => refusal.Code).Should().Equal(["release.changes.not-permitted"], at);
            refused.Refusals[0].Explanation.Should().StartWith(told.Split(", and it is ")[0]);
            refused.Refusals[0].Remedies.Should().NotBeEmpty();
            voyage.Ask(leg).Refusals.Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData("early")]
    [InlineData("late")]
    public void What_has_begun_in_an_environment_goes_on_there_while_its_slots_last(string way)
    {
        var voyage = new Voyage().Go(Main).Go("StageDone");
        var leg = voyage.Good("BeginStage");

        voyage.Ask(leg with { Facts = leg.Facts with { Clearances = leg.Facts.Clearances!.Select(clearance => clearance with { Permits = Permits(way, clearance) }).ToValueList() } }).Refusals.Should().BeEmpty();
    }

    [Fact]
    public void Both_ends_of_a_permit_are_inside()
    {
        var voyage = new Voyage().Go(Main);
        var leg = voyage.Good("BeginStage");
        var (at, least) = (leg.Facts.Stamp.At, Duration.FromNanoseconds(1_000));

        Accepts(at, at).Should().BeTrue();
        Accepts(at + least, at + least).Should().BeFalse();
        Accepts(at - least, at - least).Should().BeFalse();
        bool Accepts(Instant from, Instant to) => voyage.Ask(leg with
        {
            Facts = leg.Facts with { Clearances = leg.Facts.Clearances!.Select(clearance => clearance with { Permits = [clearance.Permits[0] with { NotBefore = from, NotAfter = to }] }).ToValueList() },
        }).IsAccepted;
    }

    [Fact]
    public void What_a_stage_brought_names_each_change_its_content_and_its_permit()
    {
        var voyage = new Voyage().Go(Main).Go("BeginStage");

        ((StageBegun)voyage.Events[^1]).Changes.Should().Equal(Crew.Cleared.Select(clearance => new PermittedChange(clearance.Id, clearance.Content!, Crew.Permit)));
        voyage.Release.Runs[0].Changes.Should().Equal(((StageBegun)voyage.Events[^1]).Changes);
    }

    [Theory]
    [InlineData("another", "The change CHG-2 was amended and authorized anew since the release was let go.")]
    [InlineData(null, "The change CHG-2 is Scheduled, and not authorized now.")]
    public void What_is_deployed_is_what_was_let_go(string? content, string told)
    {
        foreach (var (voyage, trigger) in new[] { (new Voyage().Go(Main[..5]), "StartDeployment"), (new Voyage().Go(Main), "BeginStage") })
        {
            var leg = voyage.Good(trigger);
            var cleared = leg.Facts.Clearances!;

            var refused = voyage.Ask(leg with { Facts = leg.Facts with { Clearances = [cleared[0], cleared[1] with { Content = content is null ? null : Digest.Of("another"u8) }] } });

            refused.Refusals.Select(refusal => $"{refusal.Code}: {refusal.Explanation}").Should().Equal($"release.changes.differ: {told}");
        }
    }

    [Fact]
    public void A_release_is_let_go_with_changes_that_are_authorized_and_with_no_others()
    {
        var voyage = new Voyage().Go(Main[..3]).Go("CastVote", "CastVote");
        var leg = voyage.Good("Go");
        var drafted = Crew.Cleared[1] with { Status = "Draft", IsCleared = false, Content = null };

        voyage.Ask(leg with { Facts = leg.Facts with { Clearances = [Crew.Cleared[0], drafted] } }).Refusals.Select(refusal => refusal.ToString())
            .Should().Equal("release.changes.not-authorized: The change CHG-2 is Draft, and not authorized. Authorize CHG-2. Replan the release and take CHG-2 out of its scope.");
        voyage.Ask(leg).IsAccepted.Should().BeTrue();
    }

    private static ValueList<DeploymentPermit> Permits(string way, Clearance clearance)
    {
        var good = clearance.Permits[0];
        return way switch
        {
            "none" => [],
            "elsewhere" => [good with { Environment = Crew.Staging }],
            "other content" => [good with { Content = Digest.Of("another"u8) }],
            "early" => [good with { NotBefore = Instant.FromUtc(2027, 1, 1, 0, 0), NotAfter = Instant.FromUtc(2027, 2, 1, 0, 0) }],
            "late" => [good with { NotBefore = Instant.FromUtc(2026, 10, 1, 0, 0), NotAfter = Instant.FromUtc(2026, 11, 1, 0, 0) }],
            _ => [good with { Objections = [Refusal.Of("change.permit.revoked", "Nobody made the permit void.", Why.Because("bo made it void.").CuredBy(Remedy.Do("Ask bo")))] }],
        };
    }
}
