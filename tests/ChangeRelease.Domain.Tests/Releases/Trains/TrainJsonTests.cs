using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Releases.Trains;

/// <summary>The bytes of trains: what was written once is written so for ever, and nothing but such bytes is read (S-73).</summary>
public sealed class TrainJsonTests(ITestOutputHelper output)
{
    private const int Seed = 5_573;
    private const int Mutations = 20_000;

    private static readonly Instant Opening = Instant.FromUtc(2026, 11, 2, 9, 0);
    private static readonly TrainHeader By = new(new Stamp(Opening, Trip.Ann, new CommandId("c1")), Digest.Of("said"u8), [new Fact("tzdb", "2026a")]);
    private static readonly TrainTime Time = new(Trip.First, Instant.FromUtc(2026, 11, 3, 22, 0), Instant.FromUtc(2026, 11, 2, 22, 0));
    private static readonly string Header = $$"""
        "header":{"stamp":{"at":"2026-11-02T09:00:00Z","actor":{"person":"ann"},"command":"c1"},"command":"{{By.Command.Hex}}","facts":[{"name":"tzdb","value":"2026a"}]}
        """;

    private const string When = """
        "time":{"nominal":"2026-11-03T22:00:00","at":"2026-11-03T22:00:00Z","cutOff":"2026-11-02T22:00:00Z"}
        """;

    internal static readonly (TrainEvent Event, string Bytes)[] Events =
    [
        (new TrainOpened(By, new TrainId("weekly"), "Weekly", Trip.Weekly),
            """{"type":"train-opened","id":"weekly","title":"Weekly","timetable":{"departures":"DTSTART:20261103T220000\nRRULE:FREQ=WEEKLY;BYDAY=TU","zone":"Europe/London","cutOff":"1:00:00:00"},~}"""),
        (new TrainRetimed(By, Trip.Weekly, "x"),
            """{"type":"train-retimed","timetable":{"departures":"DTSTART:20261103T220000\nRRULE:FREQ=WEEKLY;BYDAY=TU","zone":"Europe/London","cutOff":"1:00:00:00"},"reason":"x",~}"""),
        (new PassengerBoarded(By, Time, new TrainBooking(Trip.One, Trip.Ann.Id, null)),
            """{"type":"passenger-boarded",#,"booking":{"passenger":{"kind":"Change","id":"CHG-1"},"by":"ann","lateBecause":null},~}"""),
        (new PassengerLeft(By, Time, Trip.Two, "withdrawn"),
            """{"type":"passenger-left",#,"passenger":{"kind":"Release","id":"REL-2"},"reason":"withdrawn",~}"""),
        (new PassengerDeferred(By, Time, null, Trip.One, "not tested", true),
            """{"type":"passenger-deferred",#,"to":null,"passenger":{"kind":"Change","id":"CHG-1"},"reason":"not tested","isAutomatic":true,~}"""),
        (new BoardingClosed(By, Time), """{"type":"boarding-closed",#,~}"""),
        (new TrainDeparted(By, Time, [Trip.One]), """{"type":"train-departed",#,"aboard":[{"kind":"Change","id":"CHG-1"}],~}"""),
        (new DepartureCanceled(By, Time, "holidays"), """{"type":"departure-canceled",#,"reason":"holidays",~}"""),
        (new HotfixNoted(By, new TrainHotfix(new ReleaseId("REL-9"), [Trip.First], "down")),
            """{"type":"hotfix-noted","hotfix":{"release":"REL-9","overtaken":["2026-11-03T22:00:00"],"reason":"down"},~}"""),
    ];

    internal static readonly (TrainCommand Command, string Bytes)[] Commands =
    [
        (new OpenTrain(new TrainId("weekly"), "Weekly", Trip.Weekly),
            """{"type":"open-train","id":"weekly","timetable":{"departures":"DTSTART:20261103T220000\nRRULE:FREQ=WEEKLY;BYDAY=TU","zone":"Europe/London","cutOff":"1:00:00:00"},"title":"Weekly"}"""),
        (new RetimeTrain(Trip.Weekly, "x"),
            """{"type":"retime-train","timetable":{"departures":"DTSTART:20261103T220000\nRRULE:FREQ=WEEKLY;BYDAY=TU","zone":"Europe/London","cutOff":"1:00:00:00"},"reason":"x"}"""),
        (new BoardTrain(Trip.One, null), """{"type":"board-train","passenger":{"kind":"Change","id":"CHG-1"},"departure":null}"""),
        (new LeaveTrain(Trip.One, "x"), """{"type":"leave-train","passenger":{"kind":"Change","id":"CHG-1"},"reason":"x"}"""),
        (new DeferPassenger(Trip.One, "x"), """{"type":"defer-passenger","passenger":{"kind":"Change","id":"CHG-1"},"reason":"x"}"""),
        (new CloseBoarding(Trip.First), """{"type":"close-boarding","departure":"2026-11-03T22:00:00"}"""),
        (new BoardLate(Trip.Two, Trip.First, "x"), """{"type":"board-late","passenger":{"kind":"Release","id":"REL-2"},"departure":"2026-11-03T22:00:00","reason":"x"}"""),
        (new TakeOffLate(Trip.Two, "x"), """{"type":"take-off-late","passenger":{"kind":"Release","id":"REL-2"},"reason":"x"}"""),
        (new DepartTrain(Trip.First), """{"type":"depart-train","departure":"2026-11-03T22:00:00"}"""),
        (new CancelDeparture(Trip.First, "x"), """{"type":"cancel-departure","departure":"2026-11-03T22:00:00","reason":"x"}"""),
        (new NoteHotfix(new ReleaseId("REL-9"), "x"), """{"type":"note-hotfix","release":"REL-9","reason":"x"}"""),
    ];

    [Fact]
    public void Every_type_of_event_and_command_is_tried()
    {
        Events.Select(golden => golden.Event.GetType()).Should().BeEquivalentTo(Known(typeof(TrainEvent)));
        Commands.Select(golden => golden.Command.GetType()).Should().BeEquivalentTo(Known(typeof(TrainCommand)));
    }

    [Fact]
    public void Events_are_written_so_and_read_back_the_same() => Events.Should().AllSatisfy(golden =>
    {
        var bytes = TrainJson.Write(golden.Event);
        Encoding.UTF8.GetString(bytes).Should().Be(golden.Bytes.Replace("~", Header, StringComparison.Ordinal).Replace("#", When, StringComparison.Ordinal));
        TrainJson.ReadEvent(bytes).Should().Be(golden.Event);
        golden.Bytes.Should().StartWith($"{{\"type\":\"{TrainJson.TypeOf(golden.Event)}\"");
    });

    [Fact]
    public void Commands_are_written_so_and_read_back_the_same() => Commands.Should().AllSatisfy(golden =>
    {
        var bytes = TrainJson.Write(golden.Command);
        Encoding.UTF8.GetString(bytes).Should().Be(golden.Bytes);
        TrainJson.ReadCommand(bytes).Should().Be(golden.Command);
    });

    [Theory]
    [InlineData("null")]
    [InlineData("""{"type":"depart-train"}""")]
    [InlineData("""{"type":"depart-train","departure":"2026-11-03"}""")]
    [InlineData("""{"type":"depart-train","departure":null}""")]
    [InlineData("""{"type":"depart-train","departure":"2026-11-03T22:00:00","unheard":1}""")]
    [InlineData("""{"type":"board-train","passenger":{"kind":"Dog","id":"CHG-1"},"departure":null}""")]
    [InlineData("""{"type":"board-train","passenger":{"kind":0,"id":"CHG-1"},"departure":null}""")]
    [InlineData("""{"type":"board-train","passenger":{"kind":"Change","id":" CHG-1"},"departure":null}""")]
    [InlineData("""{"type":"board-train","passenger":null,"departure":null}""")]
    [InlineData("""{"type":"open-train","id":"weekly","title":"Weekly","timetable":{"departures":"RRULE:FREQ=WEEKLY","zone":"Europe/London","cutOff":"1:00:00:00"}}""")]
    [InlineData("""{"type":"open-train","id":"weekly","title":"Weekly","timetable":{"departures":"DTSTART:20261103T220000","zone":"Europe/London","cutOff":"-1:00:00:00"}}""")]
    public void What_breaks_a_bound_is_malformed(string text) =>
        FluentActions.Invoking(() => TrainJson.ReadCommand(Encoding.UTF8.GetBytes(text))).Should().Throw<JsonException>();

    [Fact]
    public void Malformed_bytes_are_a_JSON_exception_and_nothing_else()
    {
        var (dice, read, refused) = (new Random(Seed), 0, 0);
        byte[][] all = [.. Commands.Select(golden => TrainJson.Write(golden.Command)), .. Events.Select(golden => TrainJson.Write(golden.Event))];
        for (var round = 0; round < Mutations; round++)
        {
            var at = dice.Next(all.Length);
            var bytes = all[at].ToArray();
            for (var times = dice.Next(1, 4); times > 0; times--)
            {
                bytes[dice.Next(bytes.Length)] = (byte)"\"{}[],:0-e\\n\xff"[dice.Next(12)];
            }

            try
            {
                _ = at < Commands.Length ? (object)TrainJson.ReadCommand(bytes) : TrainJson.ReadEvent(bytes);
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

    private static IEnumerable<Type> Known(Type family) => family.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(derived => derived.DerivedType);
}
