using System.Text;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes;

public sealed class ChangeJsonTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 2, 12, 0);

    [Fact]
    public void An_event_reads_back_as_it_was_written()
    {
        var content = new ChangeContent
        {
            Title = "Caf\u0065\u0301",
            Services = [new ServiceId("payments")],
            Environments = [new EnvironmentId("production")],
            Effort = new Effort(Duration.Zero, Duration.FromMinutes(30), Duration.FromMinutes(10)),
            AcceptableTimes = [new Slot(Noon, Noon + Duration.FromHours(1))],
            Deed = new Deed("rebooted", Noon, new ActorId("ann")),
        };
        var facts = new ChangeFacts(new Stamp(Noon, Actor.Service(new ActorId("bot"), new ActorId("ann")), new CommandId("c1")), ChangeModelCatalog.BuiltIn);
        var decision = ChangeDecider.Decide(null, new OpenChange(new ChangeId("CHG-1"), "normal", content), facts);

        var opened = decision.Events.Single();
        var bytes = ChangeJson.Write(opened);

        ChangeJson.ReadEvent(bytes).Should().Be(opened);
        ChangeJson.Write(ChangeJson.ReadEvent(bytes)).Should().Equal(bytes);
        Encoding.UTF8.GetString(bytes).Should().StartWith("{\"type\":\"change-opened\"").And.Contain("\"normal\"");
        ((ChangeOpened)opened).Content.Title.Should().Be("Caf\u00e9");
    }

    [Fact]
    public void A_command_reads_back_as_it_was_written()
    {
        var vote = new VoteOnChange(VoteChoice.Approve, Digest.Of("x"u8), "fine");

        ChangeJson.ReadCommand(ChangeJson.Write(vote)).Should().Be(vote);
        Encoding.UTF8.GetString(ChangeJson.Write(vote)).Should().Contain("\"choice\":\"Approve\"").And.NotContain("trigger");
    }

    [Fact]
    public void The_built_in_models_build()
    {
        ChangeModelCatalog.BuiltIn.All.Should().HaveCount(5);
        Diagram.Mermaid(ChangeModels.Standard.Lifecycle.Description).Should().Contain("FallBack");
    }
}
