using System.Text.Json.Serialization;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Promises;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>A fault at every call of every port that a desk makes, command by command, and everything that is refused (P3).</summary>
public sealed class FaultPromiseTests(ITestOutputHelper output)
{
    private static readonly string[] Rooms = ["booking", "change", "meeting", "release", "template", "train"];

    private static readonly FaultPromise Promise = new();

    [Fact]
    public void Wherever_a_port_breaks_a_command_has_changed_nothing_or_has_taken_effect_once()
    {
        var findings = Promise.Whole();
        output.WriteLine(findings.ToString());

        findings.Told.Should().BeEmpty();
        findings.Differing.Should().Be(0);
        Rooms.Should().AllSatisfy(room => findings.Kinds[$"{room}: not taken effect"].Should().BeGreaterThan(100));
        Rooms.Should().AllSatisfy(room => findings.Kinds[$"{room}: taken effect before the fault"].Should().BeGreaterThan(5));
        Rooms.Should().AllSatisfy(room => findings.Kinds[$"{room}: refused"].Should().BeGreaterThan(300));
        findings.Kinds.Keys.Count(kind => kind.StartsWith("code: ", StringComparison.Ordinal)).Should().BeGreaterThan(100);
        StallingFacts.Records.Should().AllSatisfy(record => findings.Kinds.Keys.Should().Contain(kind => kind == $"port: {record.Replace(" of ", "Async of ", StringComparison.Ordinal)}" || kind == $"port: {record}Async"));
    }

    [Fact]
    public void Several_faults_in_a_row_with_somebody_else_in_between_come_to_the_same_end()
    {
        var findings = Promise.Random(seed: 3, count: 300);
        output.WriteLine(findings.ToString());

        findings.Told.Should().BeEmpty();
        findings.Kinds.Where(kind => kind.Key.EndsWith("taken effect before the fault", StringComparison.Ordinal)).Sum(kind => kind.Value).Should().BeGreaterThan(20);
    }

    [Fact]
    public void The_journeys_hand_in_every_command_that_a_desk_can_be_handed()
    {
        var handed = Promise.Scenes.Select(scene => scene.Errand.Command.GetType()).ToHashSet();
        Type[] rooms = [typeof(ChangeCommand), typeof(ReleaseCommand), typeof(TemplateCommand), typeof(MeetingCommand), typeof(BookingCommand), typeof(TrainCommand)];

        var known = rooms.SelectMany(room => room.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>()).Select(form => form.DerivedType).ToList();

        known.Should().HaveCountGreaterThan(120);
        known.Where(command => !handed.Contains(command)).Should().BeEmpty();
    }

    [Fact]
    public void A_store_that_keeps_half_a_batch_is_found_out()
    {
        var (bent, findings) = (new FaultPromise(store => new HalvingStore(store)), new Findings());
        foreach (var part in Enumerable.Range(0, bent.Scenes.Count).Where(part => bent.Scenes[part].Errand.Room is "booking" or "train"))
        {
            bent.Walk(part, findings);
        }

        output.WriteLine(findings.Told[0]);
        findings.Differing.Should().BeGreaterThan(2);
    }
}
