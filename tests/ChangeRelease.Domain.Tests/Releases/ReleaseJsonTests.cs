using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using ChangeRelease.Domain.Tests.Releases.Matrices;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Releases;

/// <summary>Every event and command reads back as it was written, and nothing else reads (S-73).</summary>
public sealed class ReleaseJsonTests(ITestOutputHelper output)
{
    private const int Seed = 5_150;
    private const int Mutations = 60_000;

    internal static readonly (ReleaseCommand Command, ReleaseEvent Event)[] All = [.. Everything()];

    /// <summary>Releases as they go: for every trigger one that comes to where it may be taken, and takes it.</summary>
    internal static IEnumerable<IReadOnlyList<ReleaseEvent>> Lives() => ReleaseMatrix.Triggers.Select(trigger =>
    {
        var voyage = new Voyage().Go(Way(trigger));
        voyage.Prepare(trigger);
        voyage.Do(voyage.Good(trigger));
        return voyage.Events;
    });

    [Fact]
    public void Every_type_of_event_and_command_is_tried()
    {
        All.Select(pair => pair.Event.GetType()).Distinct().Should().BeEquivalentTo(Known(typeof(ReleaseEvent)));
        All.Select(pair => pair.Command.GetType()).Distinct().Should().BeEquivalentTo(Known(typeof(ReleaseCommand)));
    }

    [Fact]
    public void Events_and_commands_read_back_as_they_were_written() => All.Should().AllSatisfy(pair =>
    {
        var (command, happened) = (ReleaseJson.Write(pair.Command), ReleaseJson.Write(pair.Event));

        ReleaseJson.ReadCommand(command).Should().Be(pair.Command);
        ReleaseJson.ReadEvent(happened).Should().Be(pair.Event);
        ReleaseJson.Write(ReleaseJson.ReadCommand(command)).Should().Equal(command);
        ReleaseJson.Write(ReleaseJson.ReadEvent(happened)).Should().Equal(happened);
        Encoding.UTF8.GetString(happened).Should().StartWith($"{{\"type\":\"{ReleaseJson.TypeOf(pair.Event)}\"");
    });

    [Fact]
    public void Malformed_bytes_are_a_JSON_exception_and_nothing_else()
    {
        var (dice, read, refused) = (new Random(Seed), 0, 0);
        for (var round = 0; round < Mutations; round++)
        {
            var (command, happened) = All[dice.Next(All.Length)];
            var bytes = Mutated(dice, dice.Next(2) == 0 ? ReleaseJson.Write(command) : ReleaseJson.Write(happened));
            try
            {
                _ = bytes.AsSpan().IndexOf("header"u8) >= 0 ? (object)ReleaseJson.ReadEvent(bytes) : ReleaseJson.ReadCommand(bytes);
                read++;
            }
            catch (JsonException)
            {
                refused++;
            }
        }

        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {refused} refused, {read} still read"));
        refused.Should().BeGreaterThan(Mutations / 2);
    }

    private static byte[] Mutated(Random dice, byte[] bytes)
    {
        var bent = bytes.ToList();
        for (var times = dice.Next(1, 4); times > 0 && bent.Count > 2; times--)
        {
            var at = dice.Next(bent.Count);
            switch (dice.Next(5))
            {
                case 0: bent[at] = (byte)dice.Next(256); break;
                case 1: bent.RemoveRange(at, Math.Min(dice.Next(1, 9), bent.Count - at)); break;
                case 2: bent.Insert(at, (byte)"\"{}[],:0-e\\n"[dice.Next(11)]); break;
                case 3: bent.InsertRange(at, bent.Skip(dice.Next(bent.Count)).Take(12).ToList()); break;
                default: bent = [.. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString([.. bent]).Replace(dice.Next(2) == 0 ? "\"2026" : "\"olga\"", dice.Next(2) == 0 ? "null" : "\"\\ud800", StringComparison.Ordinal))]; break;
            }
        }

        return [.. bent];
    }

    private static IEnumerable<(ReleaseCommand Command, ReleaseEvent Event)> Everything()
    {
        var open = new OpenRelease(new ReleaseId("REL-1"), Crew.Content);
        yield return (open, new Voyage().Events[0]);
        yield return (new MigrateRelease("release", 2, "later"), new ReleaseMigrated(
            new Voyage().Events[0].Header, ReleaseModels.Ordinary.Lifecycle.Reference, ReleaseModels.Ordinary.Lifecycle.Reference with { Version = 2 }, VotesStand: true, KeepsSlots: false, "later"));
        var act = new ActOnRelease(new Trigger("Look at it"), Arguments.Of(ReleaseParameters.Reason, "naïve \"quote\""));
        yield return (act, new ReleaseActedOn(new Voyage().Events[0].Header, act.Act, act.Arguments));
        foreach (var trigger in ReleaseMatrix.Triggers)
        {
            var voyage = new Voyage().Go(Way(trigger));
            voyage.Prepare(trigger);
            var leg = voyage.Good(trigger);
            yield return (leg.Command, voyage.Do(leg).Events.Single());
        }
    }

    private static string[] Way(string trigger)
    {
        string[] main = ["StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment"];
        return trigger switch
        {
            "RecordCriterion" => [],
            "StartBuild" or "Amend" or "Annotate" or "Cancel" => [],
            "Built" or "BuildFailed" => main[..1],
            "TestsPassed" or "TestsFailed" or "Promote" or "DeploymentDone" or "RecordPromotion" or "ExemptStep" => main[..2],
            "CastVote" or "WithdrawVote" or "RecordDecision" or "WithdrawDecision" or "Go" or "NoGo" => main[..3],
            "Schedule" => main[..4],
            "Reschedule" or "Unschedule" or "LapseSlot" or "Recall" or "StartDeployment" => main[..5],
            "Replan" => [.. main[..3], "NoGo"],
            "Continue" => [.. main, "Pause"],
            "RollBack" => [.. main, "BeginStage"],
            "RolledBack" or "RollBackFailed" => [.. main, "RollBack"],
            "Close" => [.. main, "RollBack", "RolledBack"],
            "Accept" => [.. main, "AllStagesDone"],
            _ => main,
        };
    }

    private static IEnumerable<Type> Known(Type family) =>
        family.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Select(known => known.DerivedType);
}
