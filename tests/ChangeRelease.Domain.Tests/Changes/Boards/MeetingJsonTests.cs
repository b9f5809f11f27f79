using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Boards;

/// <summary>Every event and command of a meeting, and its minutes, read back as they were written, and nothing else reads (S-73).</summary>
public sealed class MeetingJsonTests(ITestOutputHelper output)
{
    private const int Seed = 4_048;
    private const int Mutations = 20_000;

    private static readonly Session Whole = Lived();

    private static readonly EventHeader Header = Whole.Events[0].Header;

    internal static readonly MeetingCommand[] Commands =
    [
        new PlanMeeting(Session.Id, Cast.Cab.Id, Session.Hour, Cast.Opening), new PlanMeeting(Session.Id, Cast.Cab.Id, Session.Hour),
        new ActOnMeeting(new Trigger("Look at it"), Arguments.Of(MeetingParameters.Reason, "naïve \"quote\"")),
        new DeferItem(new ChangeId("CHG-1"), "why"),
        .. Ways().Select(way => way.Command),
    ];

    internal static readonly MeetingEvent[] Events =
    [
        .. Whole.Events, .. new Session().Go("Cancel").Events,
        new MeetingPlanned(Header, Session.Id, MeetingModels.Ordinary.Lifecycle.Reference, Cast.Cab.Id, Session.Hour, Cast.Opening),
        new ItemDeferred(Header, new ChangeId("CHG-1"), null, "why"),
        new RulingReturned(Header, new CommandId("m7"), ["change.request.missing: It is gone."]),
        new MeetingActedOn(Header, new Trigger("Look at it"), Arguments.None),
    ];

    /// <summary>Meetings as they go.</summary>
    internal static IEnumerable<IReadOnlyList<MeetingEvent>> Lives() => [Whole.Events, new Session().Go("Cancel").Events];

    [Fact]
    public void Every_type_of_event_and_command_is_tried()
    {
        Events.Select(happened => happened.GetType()).Distinct().Should().BeEquivalentTo(Known(typeof(MeetingEvent)));
        Commands.Select(command => command.GetType()).Distinct().Should().BeEquivalentTo(Known(typeof(MeetingCommand)));
    }

    [Fact]
    public void Commands_read_back_as_they_were_written() => Commands.Should().AllSatisfy(command =>
    {
        var bytes = MeetingJson.Write(command);
        MeetingJson.ReadCommand(bytes).Should().Be(command);
        MeetingJson.Write(MeetingJson.ReadCommand(bytes)).Should().Equal(bytes);
    });

    [Fact]
    public void Events_read_back_as_they_were_written() => Events.Should().AllSatisfy(happened =>
    {
        var bytes = MeetingJson.Write(happened);
        MeetingJson.ReadEvent(bytes).Should().Be(happened);
        MeetingJson.Write(MeetingJson.ReadEvent(bytes)).Should().Equal(bytes);
        Encoding.UTF8.GetString(bytes).Should().StartWith($"{{\"type\":\"{MeetingJson.TypeOf(happened)}\"");
    });

    [Fact]
    public void Minutes_read_back_as_they_were_written_at_every_stage()
    {
        var (meeting, stages) = ((BoardMeeting?)null, 0);
        foreach (var happened in Whole.Events)
        {
            meeting = BoardMeeting.Fold(meeting, happened);
            if (BoardMinutes.Of(meeting) is { } minutes)
            {
                var bytes = MeetingJson.Write(minutes);
                MeetingJson.ReadMinutes(bytes).Should().Be(minutes);
                MeetingJson.Write(MeetingJson.ReadMinutes(bytes)).Should().Equal(bytes);
                stages++;
            }
        }

        stages.Should().BeGreaterThan(7);
    }

    [Fact]
    public void A_typed_command_and_its_trigger_with_arguments_are_decided_alike() => Ways().Should().AllSatisfy(way =>
    {
        var facts = way.Session.Known(way.Command, way.Actor);
        var (typed, untyped) = (MeetingDecider.Decide(way.Session.Meeting, way.Command, facts), MeetingDecider.Decide(way.Session.Meeting, new ActOnMeeting(way.Command.Trigger!, way.Command.ToArguments()), facts));

        typed.IsAccepted.Should().BeTrue();
        untyped.Should().Be(typed);
    });

    [Fact]
    public void What_a_trigger_takes_are_the_fields_of_its_command()
    {
        MeetingForms.All.All.Select(form => form.Trigger.Value).Should().BeEquivalentTo(MeetingMatrix.Triggers);
        MeetingForms.All.All.Should().AllSatisfy(form =>
        {
            var type = typeof(MeetingCommand).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Single(known => form.Type.Equals(known.TypeDiscriminator)).DerivedType;
            var fields = type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).First().GetParameters();

            form.Parameters.Select(parameter => (parameter.Name, parameter.IsRequired))
                .Should().Equal(fields.Select(field => (JsonNamingPolicy.CamelCase.ConvertName(field.Name!), !field.HasDefaultValue)), $"of {type.Name}");
        });
    }

    [Fact]
    public void What_is_missing_or_unheard_of_in_minutes_is_malformed()
    {
        var text = Encoding.UTF8.GetString(MeetingJson.Write(Whole.Minutes));
        string[] broken =
        [
            "null", "[]", "{}", text.Replace("\"cutOff\":null,", string.Empty, StringComparison.Ordinal), text.Replace("\"need\":2", "\"need\":\"2\"", StringComparison.Ordinal),
            text.Replace("\"choice\":\"Approve\"", "\"choice\":0", StringComparison.Ordinal), text.Replace("\"leftOut\"", "\"unheard\":1,\"leftOut\"", StringComparison.Ordinal),
            text.Replace("\"struck\":[", "\"struck\":[null,", StringComparison.Ordinal), text[..^1],
        ];

        broken.Should().OnlyHaveUniqueItems().And.NotContain(text).And.AllSatisfy(each =>
            FluentActions.Invoking(() => MeetingJson.ReadMinutes(Encoding.UTF8.GetBytes(each))).Should().Throw<JsonException>(each));
    }

    [Fact]
    public void Malformed_bytes_are_a_JSON_exception_and_nothing_else()
    {
        var (dice, read, refused) = (new Random(Seed), 0, 0);
        (byte[] Bytes, Func<byte[], object> Read)[] all =
        [
            .. Commands.Select(command => (MeetingJson.Write(command), (Func<byte[], object>)(bytes => MeetingJson.ReadCommand(bytes)))),
            .. Events.Select(happened => (MeetingJson.Write(happened), (Func<byte[], object>)(bytes => MeetingJson.ReadEvent(bytes)))),
            (MeetingJson.Write(Whole.Minutes), bytes => MeetingJson.ReadMinutes(bytes)),
        ];
        for (var round = 0; round < Mutations; round++)
        {
            var chosen = all[dice.Next(all.Length)];
            var bytes = chosen.Bytes.ToArray();
            for (var times = dice.Next(1, 4); times > 0; times--)
            {
                bytes[dice.Next(bytes.Length)] = (byte)"\"{}[],:0-e\n\xff"[dice.Next(12)];
            }

            try
            {
                _ = chosen.Read(bytes);
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

    /// <summary>A meeting that lived through everything but being canceled; a member who requested the changes and a guest are struck out.</summary>
    private static Session Lived() => new Session().Go("SetAgenda").Must(new OpenMeeting([Session.Anna, Session.Boris, Cast.Rita.Id, Cast.Rex.Id]), Session.Secretary)
        .Go("Decide", "Arrive", "Depart", "Defer", "SetAgenda", "Adjourn", "Approve");

    /// <summary>Each trigger, where it may be taken.</summary>
    private static IEnumerable<(Session Session, MeetingCommand Command, Actor Actor)> Ways()
    {
        foreach (var trigger in MeetingMatrix.Triggers)
        {
            var session = trigger switch
            {
                "SetAgenda" or "Open" or "Cancel" => new Session(),
                "Approve" => new Session().Go("Open", "Adjourn"),
                _ => new Session().Go("Open"),
            };
            session.Prepare(trigger);
            var (command, actor) = session.Good(trigger);
            yield return (session, command, actor);
        }
    }

    private static IEnumerable<Type> Known(Type family) =>
        family.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Select(known => known.DerivedType);
}
