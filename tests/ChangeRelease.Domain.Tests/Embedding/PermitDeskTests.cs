using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Permits;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>The second check at the desk: against the stream as it is at the moment of acting.</summary>
public sealed class PermitDeskTests
{
    [Fact]
    public async Task The_permit_of_a_start_lets_a_step_begin_where_it_says_and_nowhere_else()
    {
        var begun = await Started.BeginAsync(World.One, World.Tenant);
        var answer = await begun.Desk.CheckPermitAsync(begun.Permit, Started.Production, World.Otto);

        (answer.IsPermitted, answer.Version, answer.By, answer.At).Should().Be((true, begun.Change.Version, World.Otto, Started.Start));
        (await Codes(begun, begun.Permit, Started.Staging)).Should().Equal("change.permit.other-environment");
        (await begun.Desk.CheckPermitAsync(begun.Permit, Started.Production, World.Otto, Digest.Zero)).Refusals.Select(refusal => refusal.Code).Should().Equal("change.permit.other-content");
    }

    [Fact]
    public async Task A_revocation_is_seen_by_the_next_check_and_leaves_the_other_environment_alone()
    {
        var begun = await Started.BeginAsync(World.One, World.Tenant);
        var revoked = await begun.AfterAsync("revoke", new RevokePermit(begun.Permit.Digest, "alarms"));

        (await Codes(revoked, begun.Permit, Started.Production)).Should().Equal("change.permit.revoked");
        (await Codes(revoked, begun.Change.Permits[1].Permit, Started.Staging)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_report_that_began_lets_further_steps_begin_and_one_that_ended_does_not()
    {
        var begun = await Started.BeginAsync(World.One, World.Tenant);
        var started = await begun.AfterAsync("started", new ReportPermit(begun.Permit.Digest, PermitProgress.Started));
        (await Codes(started, begun.Permit, Started.Production)).Should().BeEmpty();

        var finished = await started.AfterAsync("finished", new ReportPermit(begun.Permit.Digest, PermitProgress.Finished, "2.4.0 is out"));
        (await Codes(finished, begun.Permit, Started.Production)).Should().Equal("change.permit.used-up");
        var again = await finished.AfterAsync("finished-again", new ReportPermit(begun.Permit.Digest, PermitProgress.Finished, "2.4.0 is out"));
        again.Records.Should().HaveCount(finished.Records.Count);
    }

    [Fact]
    public async Task A_permit_of_another_past_or_of_another_tenant_is_none_of_this_history()
    {
        var begun = await Started.BeginAsync(World.One, World.Tenant);
        foreach (var stranger in new[] { await Started.BeginAsync(World.One, new TenantId("umbrella")), await Started.BeginAsync(World.One, World.Tenant, isAmended: true) })
        {
            (await Codes(begun, stranger.Permit, Started.Production)).Should().Contain(["change.permit.other-history", "change.permit.not-issued"]);
        }

        (await Codes(begun, new Permit(World.Two, 1, begun.Permit.Content, Started.Production, begun.Permit.NotBefore, begun.Permit.NotAfter, begun.Permit.Head), Started.Production))
            .Should().Equal("change.permit.change-missing");
    }

    [Fact]
    public async Task Time_is_that_of_the_desk_s_clock()
    {
        var begun = await Started.BeginAsync(World.One, World.Tenant);
        begun.World.Now = begun.Permit.NotAfter;
        (await Codes(begun, begun.Permit, Started.Production)).Should().BeEmpty();

        begun.World.Now += Duration.FromNanoseconds(1_000);
        (await Codes(begun, begun.Permit, Started.Production)).Should().Equal("change.permit.too-late");
    }

    private static async Task<IEnumerable<string>> Codes(Started begun, Permit permit, EnvironmentId environment) =>
        (await begun.Desk.CheckPermitAsync(permit, environment, World.Otto)).Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);
}
