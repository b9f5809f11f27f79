using System.Text;
using System.Text.Json;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Documents;

/// <summary>Runbook, deployment plan and communication plan: what they do not say is told, all of it.</summary>
public sealed class ReleaseDocumentTests
{
    private static readonly ActorId Ann = new("ann");
    private static readonly Slot Window = new(Instant.FromUtc(2026, 11, 3, 20, 0), Instant.FromUtc(2026, 11, 3, 22, 0));
    private static readonly RunbookStep Step = new("Turn the switch", Ann, "The light is green", Duration.FromMinutes(5));
    private static readonly Runbook Book = new("Autumn", [Step, Step], [Step], [Ann]);
    private static readonly PlannedDeployment Staging = new(new EnvironmentId("staging"), new Slot(Window.Start - Duration.FromDays(1), Window.Start), Ann, "Smoke test", "Deploy 1.9.0");
    private static readonly DeploymentPlan Plan = new(new ReleaseId("REL-1"), [Staging, Staging with { Environment = new EnvironmentId("production"), Slot = Window }]);
    private static readonly CommunicationPlan Told = new(Window, ["users"], [new("users", "mail", Window.Start - Duration.FromDays(2), Ann, "On Tuesday"), new("users", "mail", Window.End, Ann, "It is done")]);

    [Fact]
    public void What_is_complete_lacks_nothing() =>
        Book.WhatIsMissing().Concat(Plan.WhatIsMissing()).Concat(Told.WhatIsMissing()).Should().BeEmpty();

    [Fact]
    public void Everything_that_a_runbook_does_not_say_is_told()
    {
        Lines(new Runbook(" ", [], [], []).WhatIsMissing()).Should().Equal(
            "release.runbook.title-missing: Needed: The runbook has a title. Give the runbook a title.",
            "release.runbook.steps-missing: Needed: The runbook says what is done. Name the steps.",
            "release.runbook.roll-back-missing: Needed: The runbook says how the release is taken back. Name the steps that take the release back.",
            "release.runbook.contacts-missing: Needed: The runbook says whom to call. Name somebody to call when something goes wrong.");
        Lines((Book with { Steps = [Step, new RunbookStep("", null, " ", null)], RollBack = [Step with { Owner = null }] }).WhatIsMissing()).Should().Equal(
            "release.runbook.step-incomplete: Step 2 does not say what is done. Say of step 2 what is done.",
            "release.runbook.step-incomplete: Step 2 does not say by whom. Say of step 2 by whom.",
            "release.runbook.step-incomplete: Step 2 does not say how long it takes. Say of step 2 how long it takes.",
            "release.runbook.step-incomplete: Step 2 does not say how one sees that it worked. Say of step 2 how one sees that it worked.",
            "release.runbook.step-incomplete: Step back 1 does not say by whom. Say of step back 1 by whom.");
    }

    [Fact]
    public void Everything_that_a_deployment_plan_does_not_say_is_told()
    {
        Lines(new DeploymentPlan(Plan.Release, []).WhatIsMissing()).Should().Equal("release.deployment-plan.empty: Needed: The plan names a deployment. Name the environments that the release is deployed to.");
        Lines((Plan with { Deployments = [Staging, new PlannedDeployment(Staging.Environment, null, null, null, null), Staging with { Environment = new EnvironmentId("production") }] }).WhatIsMissing()).Should().Equal(
            "release.deployment-plan.environment-twice: staging is named more than once. Name staging once.",
            "release.deployment-plan.deployment-incomplete: The deployment to staging does not say when it is made. Say of the deployment to staging when it is made.",
            "release.deployment-plan.deployment-incomplete: The deployment to staging does not say by whom. Say of the deployment to staging by whom.",
            "release.deployment-plan.deployment-incomplete: The deployment to staging does not say how one sees that it worked. Say of the deployment to staging how one sees that it worked.",
            "release.deployment-plan.deployment-incomplete: The deployment to staging does not say how it is taken back. Say of the deployment to staging how it is taken back.",
            "release.deployment-plan.out-of-order: production begins before staging is over. Deploy to production at 2026-11-03T20:00:00Z or later.");
    }

    [Fact]
    public void Everything_that_a_communication_plan_does_not_say_is_told()
    {
        Lines(new CommunicationPlan(null, [" "], [new PlannedMessage("", null, null, null, null)]).WhatIsMissing()).Should().Equal(
            "release.communication-plan.window-missing: Needed: It is known when the release goes out. Name the window.",
            "release.communication-plan.audiences-missing: Needed: It is known who is to be told. Name the audiences.",
            "release.communication-plan.message-incomplete: Message 1 does not say to whom. Say of message 1 to whom.",
            "release.communication-plan.message-incomplete: Message 1 does not say on which way. Say of message 1 on which way.",
            "release.communication-plan.message-incomplete: Message 1 does not say when. Say of message 1 when.",
            "release.communication-plan.message-incomplete: Message 1 does not say by whom. Say of message 1 by whom.",
            "release.communication-plan.message-incomplete: Message 1 does not say what. Say of message 1 what.",
            "release.communication-plan.audience-untold: Not judged yet: it waits for release.communication-plan.window-missing.");
        Lines((Told with { Audiences = ["users", "support", "support"], Messages = [Told.Messages[0] with { At = Window.Start }, Told.Messages[1] with { At = Window.End - Duration.Epsilon }] }).WhatIsMissing()).Should().Equal(
            "release.communication-plan.audience-untold: users is not told before the release goes out. Tell users before 2026-11-03T20:00:00Z.",
            "release.communication-plan.audience-untold: users is not told when it is over. Tell users at 2026-11-03T22:00:00Z or later.",
            "release.communication-plan.audience-untold: support is not told before the release goes out. Tell support before 2026-11-03T20:00:00Z.",
            "release.communication-plan.audience-untold: support is not told when it is over. Tell support at 2026-11-03T22:00:00Z or later.");
    }

    [Fact]
    public void Each_hole_is_told_and_nothing_else()
    {
        var dice = new Random(17);
        for (var round = 0; round < 2_000; round++)
        {
            var holes = 0;
            T? Hole<T>(T value)
                where T : class
            {
                var isHole = dice.Next(3) == 0;
                holes += isHole ? 1 : 0;
                return isHole ? null : value;
            }

            RunbookStep[] steps = [.. Enumerable.Range(0, dice.Next(1, 5)).Select(_ => new RunbookStep(Hole("do") ?? "", Hole(Ann), Hole("see"), Hole("5") is null ? null : Duration.FromMinutes(5)))];
            new Runbook("Autumn", [.. steps], [Step], [Ann]).WhatIsMissing().Should().HaveCount(holes);

            holes = 0;
            PlannedDeployment[] deployments = [.. Enumerable.Range(0, dice.Next(1, 5)).Select(at => new PlannedDeployment(new EnvironmentId($"e{at}"), Hole(new Slot(Window.Start + Duration.FromDays(at), Window.End + Duration.FromDays(at))), Hole(Ann), Hole("see"), Hole("back")))];
            new DeploymentPlan(Plan.Release, [.. deployments]).WhatIsMissing().Should().HaveCount(holes);
        }
    }

    [Fact]
    public void They_are_written_so_and_read_back_the_same()
    {
        ReleaseDocumentJson.ReadRunbook(ReleaseDocumentJson.Write(Book)).Should().Be(Book);
        ReleaseDocumentJson.ReadDeploymentPlan(ReleaseDocumentJson.Write(Plan)).Should().Be(Plan);
        ReleaseDocumentJson.ReadCommunicationPlan(ReleaseDocumentJson.Write(Told)).Should().Be(Told);
        Encoding.UTF8.GetString(ReleaseDocumentJson.Write(Book with { Steps = [Step], RollBack = [new RunbookStep("Turn it back", null, null, null)] })).Should().Be(
            """{"steps":[{"owner":"ann","expected":"0:00:05:00","text":"Turn the switch","check":"The light is green"}],"rollBack":[{"owner":null,"expected":null,"text":"Turn it back","check":null}],"contacts":["ann"],"title":"Autumn"}""");
        Encoding.UTF8.GetString(ReleaseDocumentJson.Write(new CommunicationPlan(null, ["users"], [new("users", null, Window.End, Ann, null)]))).Should().Be(
            """{"window":null,"messages":[{"at":"2026-11-03T22:00:00Z","sender":"ann","audience":"users","channel":null,"text":null}],"audiences":["users"]}""");
        Encoding.UTF8.GetString(ReleaseDocumentJson.Write(new DeploymentPlan(Plan.Release, [new(Staging.Environment, null, null, null, null)]))).Should().Be(
            """{"release":"REL-1","deployments":[{"environment":"staging","slot":null,"owner":null,"check":null,"rollBack":null}]}""");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"title":"x","steps":[],"rollBack":[],"contacts":null}""")]
    [InlineData("""{"title":"x","steps":[null],"rollBack":[],"contacts":[]}""")]
    [InlineData("""{"title":"x","steps":[],"rollBack":[],"contacts":[],"unheard":1}""")]
    [InlineData("""{"title":"x","steps":[],"rollBack":[],"contacts":[" "]}""")]
    public void What_breaks_a_bound_is_malformed(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        FluentActions.Invoking(() => ReleaseDocumentJson.ReadRunbook(bytes)).Should().Throw<JsonException>();
        FluentActions.Invoking(() => ReleaseDocumentJson.ReadDeploymentPlan(bytes)).Should().Throw<JsonException>();
        FluentActions.Invoking(() => ReleaseDocumentJson.ReadCommunicationPlan(bytes)).Should().Throw<JsonException>();
    }

    private static IEnumerable<string> Lines(IEnumerable<Refusal> refusals) => refusals.Select(refusal => refusal.ToString());
}
