using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Templates;

/// <summary>Every event and command reads back as it was written, and nothing else reads (S-73).</summary>
public sealed class TemplateJsonTests(ITestOutputHelper output)
{
    private const int Seed = 4_041;
    private const int Mutations = 20_000;

    private static readonly EventHeader Header = new Play().Events[0].Header;

    internal static readonly TemplateCommand[] Commands =
    [
        new ProposeTemplate(Play.Id, Play.Content), new ProposeTemplate(Play.Id, new TemplateContent()),
        new ActOnTemplate(new Trigger("Look at it"), Arguments.Of(TemplateParameters.Reason, "naïve \"quote\"")),
        .. Ways().Select(way => way.Command),
    ];

    internal static readonly TemplateEvent[] Events =
    [
        .. Ways().SelectMany(way => way.Events).Distinct(),
        new TemplateActedOn(Header, new Trigger("Look at it"), Arguments.None),
        new TemplateUseHeld(Header, new TemplateUse(new ChangeId("CHG-1"), 1, 2, Cast.Opening)),
        new TemplateUseHeld(Header, new TemplateUse(new ChangeId("CHG-1"), 1, 2, null)),
        new TemplateUseConfirmed(Header, new ChangeId("CHG-1"), 2),
        new TemplateUseReturned(Header, new ChangeId("CHG-1"), 7),
        new TemplateResultReported(Header, 3, new TemplateResult(new ChangeId("CHG-1"), true, Grade.High)),
        new TemplateResultReported(Header, 3, new TemplateResult(new ChangeId("CHG-1"), false, null)),
    ];

    /// <summary>Templates as they go.</summary>
    internal static IEnumerable<IReadOnlyList<TemplateEvent>> Lives() => Ways().Select(way => way.Events.ToList());

    [Fact]
    public void Every_type_of_event_and_command_is_tried()
    {
        Events.Select(happened => happened.GetType()).Distinct().Should().BeEquivalentTo(Known(typeof(TemplateEvent)));
        Commands.Select(command => command.GetType()).Distinct().Should().BeEquivalentTo(Known(typeof(TemplateCommand)));
    }

    [Fact]
    public void Commands_read_back_as_they_were_written() => Commands.Should().AllSatisfy(command =>
    {
        var bytes = TemplateJson.Write(command);
        TemplateJson.ReadCommand(bytes).Should().Be(command);
        TemplateJson.Write(TemplateJson.ReadCommand(bytes)).Should().Equal(bytes);
    });

    [Fact]
    public void Events_read_back_as_they_were_written() => Events.Should().AllSatisfy(happened =>
    {
        var bytes = TemplateJson.Write(happened);
        TemplateJson.ReadEvent(bytes).Should().Be(happened);
        TemplateJson.Write(TemplateJson.ReadEvent(bytes)).Should().Equal(bytes);
        Encoding.UTF8.GetString(bytes).Should().StartWith($"{{\"type\":\"{TemplateJson.TypeOf(happened)}\"");
    });

    [Fact]
    public void A_typed_command_and_its_trigger_with_arguments_are_decided_alike() => Ways().Should().AllSatisfy(way =>
    {
        var facts = way.Play.Known(way.Actor);
        var (typed, untyped) = (TemplateDecider.Decide(way.Play.Template, way.Command, facts), TemplateDecider.Decide(way.Play.Template, new ActOnTemplate(way.Command.Trigger!, way.Command.ToArguments()), facts));

        untyped.Should().Be(typed);
    });

    [Fact]
    public void What_breaks_a_bound_is_malformed()
    {
        string[] broken =
        [
            """{"type":"number","name":"n","sentence":"s","atLeast":2,"atMost":1}""",
            """{"type":"number","name":" n","sentence":"s","atLeast":1,"atMost":1}""",
            """{"type":"number","name":"n","sentence":"s","atLeast":1}""",
            """{"type":"choice","name":"n","sentence":"s","choices":[]}""",
            """{"type":"text","name":"n","sentence":"s","atLeast":-1,"atMost":1}""",
            """{"type":"anything","name":"n","sentence":"s"}""",
            "null",
        ];
        broken.Should().AllSatisfy(parameter => FluentActions
            .Invoking(() => TemplateJson.ReadCommand(Encoding.UTF8.GetBytes("""{"type":"amend-template","content":{"parameters":[~]}}""".Replace("~", parameter, StringComparison.Ordinal))))
            .Should().Throw<JsonException>());
        string[] contents = ["\"validity\":\"-1:00:00:00\"", "\"maximumUses\":0", "\"budget\":{\"failures\":0,\"ofLast\":1,\"toleratedIncident\":\"Low\"}", "\"riskCeiling\":2", "\"earlierVersions\":\"Whatever\"", "\"unheard\":1"];
        contents.Should().AllSatisfy(content => FluentActions
            .Invoking(() => TemplateJson.ReadCommand(Encoding.UTF8.GetBytes("""{"type":"amend-template","content":{~}}""".Replace("~", content, StringComparison.Ordinal))))
            .Should().Throw<JsonException>());
    }

    [Fact]
    public void Malformed_bytes_are_a_JSON_exception_and_nothing_else()
    {
        var (dice, read, refused) = (new Random(Seed), 0, 0);
        byte[][] all = [.. Commands.Select(TemplateJson.Write), .. Events.Select(TemplateJson.Write)];
        for (var round = 0; round < Mutations; round++)
        {
            var bytes = all[dice.Next(all.Length)].ToArray();
            for (var times = dice.Next(1, 4); times > 0; times--)
            {
                bytes[dice.Next(bytes.Length)] = (byte)"\"{}[],:0-e\\n\xff"[dice.Next(12)];
            }

            try
            {
                _ = bytes.AsSpan().IndexOf("header"u8) >= 0 ? (object)TemplateJson.ReadEvent(bytes) : TemplateJson.ReadCommand(bytes);
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

    /// <summary>Each trigger, where it may be taken, with everything that happened before and by it.</summary>
    private static IEnumerable<(Play Play, TemplateCommand Command, Actor Actor, IEnumerable<TemplateEvent> Events)> Ways()
    {
        foreach (var trigger in TemplateMatrix.Triggers)
        {
            var play = trigger switch
            {
                "CastVote" or "WithdrawVote" or "Publish" or "Reject" => new Play().Go("Submit"),
                "Revise" or "Suspend" => new Play().Publish(),
                "Reinstate" => new Play().Publish().Go("Suspend"),
                _ => new Play(),
            };
            play.Prepare(trigger);
            var (command, actor) = play.Good(trigger);
            yield return (play, command, actor, play.Events.Concat(play.Ask(command, actor).Events));
        }
    }

    private static IEnumerable<Type> Known(Type family) =>
        family.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Select(known => known.DerivedType);
}
