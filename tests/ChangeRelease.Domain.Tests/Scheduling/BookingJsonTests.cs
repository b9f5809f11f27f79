using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Scheduling;

/// <summary>The bytes of ledgers: what was written once is written so for ever, and nothing but such bytes is read (S-73).</summary>
public sealed class BookingJsonTests(ITestOutputHelper output)
{
    private const int Seed = 4_711;
    private const int Mutations = 20_000;

    private static readonly Instant Opening = Instant.FromUtc(2026, 11, 2, 9, 0);
    private static readonly Slot Night = new(Opening + Duration.FromDays(1), Opening + Duration.FromDays(1) + Duration.FromHours(2));
    private static readonly Stamp By = new(Opening, Actor.Human(new ActorId("ann")), new CommandId("hold-1"));
    private static readonly HolderId Change = new("change CHG-1");
    private static readonly HolderId Patches = new("patches");
    private static readonly Target Place = new(new ServiceId("payments"), new EnvironmentId("production")) { Tenant = new TenantId("acme") };
    private static readonly BookingBasis Basis = new(Digest.Of("said"u8), [new Fact("ledger", "environment production")]);

    // As the first version wrote them, before ledgers had commands of their own.
    private static readonly (BookingEvent Event, string Bytes)[] Golden =
    [
        (new BookingHeld(By, new Booking(Change, new CommandId("schedule"), [Night], [Place], 7, Opening + Duration.FromMinutes(5))),
            """{"type":"booking-held","booking":{"holder":"change CHG-1","command":"schedule","slots":[{"start":"2026-11-03T09:00:00Z","end":"2026-11-03T11:00:00Z","length":"0:02:00:00"}],"targets":[{"service":"payments","environment":"production","tenant":{"value":"acme"}}],"version":7,"expires":"2026-11-02T09:05:00Z","isConfirmed":false},"stamp":{"at":"2026-11-02T09:00:00Z","actor":{"person":"ann"},"command":"hold-1"}}"""),
        (new BookingConfirmed(By, Change, new CommandId("schedule"), [Night]),
            """{"type":"booking-confirmed","holder":"change CHG-1","command":"schedule","slots":[{"start":"2026-11-03T09:00:00Z","end":"2026-11-03T11:00:00Z","length":"0:02:00:00"}],"stamp":{"at":"2026-11-02T09:00:00Z","actor":{"person":"ann"},"command":"hold-1"}}"""),
        (new BookingReleased(By, Change, 8),
            """{"type":"booking-released","holder":"change CHG-1","version":8,"stamp":{"at":"2026-11-02T09:00:00Z","actor":{"person":"ann"},"command":"hold-1"}}"""),
    ];

    internal static readonly BookingEvent[] Events =
    [
        .. Golden.Select(golden => golden.Event),
        new BookingHeld(By, new Booking(Patches, By.Command, [Night], [], 0, Opening + Duration.FromMinutes(5)) { Owner = new ActorId("ann") }) { Basis = Basis },
        new BookingConfirmed(By, Patches, By.Command, [Night]) { Basis = Basis },
        new BookingReleased(By, Patches, 0) { Basis = Basis },
        new BookingReleased(By, Patches, 0) { Basis = Basis, Only = By.Command },
        new BookingMoved(By, Patches, By.Command, [Night]) { Basis = Basis },
        new BookingExpired(By, Patches, By.Command, [Night]) { Basis = Basis },
        new CapacityDeclared(By, 3) { Basis = Basis },
    ];

    internal static readonly BookingCommand[] Commands =
    [
        new DeclareCapacity(3),
        new HoldSlots(Patches, [Night], [Place]),
        new ConfirmBooking(Patches, By.Command),
        new MoveBooking(Patches, By.Command, [Night]),
        new ReleaseBooking(Patches, By.Command),
        new ReleaseHolder(Patches),
        new ExpireBookings(),
    ];

    [Fact]
    public void What_changes_and_releases_book_is_written_as_it_always_was() => Golden.Should().AllSatisfy(golden =>
    {
        Encoding.UTF8.GetString(BookingJson.Write(golden.Event)).Should().Be(golden.Bytes);
        BookingJson.ReadEvent(Encoding.UTF8.GetBytes(golden.Bytes)).Should().Be(golden.Event);
    });

    [Fact]
    public void A_move_is_written_with_what_was_said_and_looked_at() => Encoding.UTF8.GetString(BookingJson.Write(Events.OfType<BookingMoved>().Single())).Should().Be(
        """{"type":"booking-moved","holder":"patches","command":"hold-1","slots":[{"start":"2026-11-03T09:00:00Z","end":"2026-11-03T11:00:00Z","length":"0:02:00:00"}],"stamp":{"at":"2026-11-02T09:00:00Z","actor":{"person":"ann"},"command":"hold-1"},"basis":{"command":"~","facts":[{"name":"ledger","value":"environment production"}]}}"""
            .Replace("~", Basis.Command.Hex, StringComparison.Ordinal));

    [Fact]
    public void Every_type_of_event_and_command_is_tried()
    {
        Events.Select(happened => happened.GetType()).Distinct().Should().BeEquivalentTo(Known(typeof(BookingEvent)));
        Commands.Select(command => command.GetType()).Distinct().Should().BeEquivalentTo(Known(typeof(BookingCommand)));
    }

    [Fact]
    public void Events_read_back_as_they_were_written() => Events.Should().AllSatisfy(happened =>
    {
        var bytes = BookingJson.Write(happened);
        BookingJson.ReadEvent(bytes).Should().Be(happened);
        BookingJson.Write(BookingJson.ReadEvent(bytes)).Should().Equal(bytes);
        Encoding.UTF8.GetString(bytes).Should().StartWith($"{{\"type\":\"{BookingJson.TypeOf(happened)}\"");
    });

    [Fact]
    public void Commands_read_back_as_they_were_written() => Commands.Should().AllSatisfy(command =>
    {
        var bytes = BookingJson.Write(command);
        BookingJson.ReadCommand(bytes).Should().Be(command);
        BookingJson.Write(BookingJson.ReadCommand(bytes)).Should().Equal(bytes);
    });

    [Fact]
    public void What_breaks_a_bound_is_malformed()
    {
        string[] broken =
        [
            "null", "[]", "{}", """{"type":"hold-nothing"}""", """{"type":"declare-capacity"}""", """{"type":"declare-capacity","capacity":0}""", """{"type":"release-holder","holder":null}""",
            """{"type":"release-holder","holder":" x"}""", """{"type":"release-holder","holder":"x","unheard":1}""", """{"type":"confirm-booking","holder":"x"}""",
            """{"type":"move-booking","holder":"x","booking":"b","slots":[{"start":"2026-11-03T09:00:00Z","end":"2026-11-03T09:00:00Z"}]}""", """{"type":"move-booking","holder":"x","booking":"b","slots":[null]}""",
        ];
        broken.Should().AllSatisfy(text => FluentActions.Invoking(() => BookingJson.ReadCommand(Encoding.UTF8.GetBytes(text))).Should().Throw<JsonException>(text));
        broken.Should().AllSatisfy(text => FluentActions.Invoking(() => BookingJson.ReadEvent(Encoding.UTF8.GetBytes(text))).Should().Throw<JsonException>(text));
    }

    [Fact]
    public void Malformed_bytes_are_a_JSON_exception_and_nothing_else()
    {
        var (dice, read, refused) = (new Random(Seed), 0, 0);
        byte[][] all = [.. Commands.Select(BookingJson.Write), .. Events.Select(BookingJson.Write)];
        for (var round = 0; round < Mutations; round++)
        {
            var at = dice.Next(all.Length);
            var bytes = all[at].ToArray();
            for (var times = dice.Next(1, 4); times > 0; times--)
            {
                bytes[dice.Next(bytes.Length)] = (byte)"\"{}[],:0-e\\n\xff"[dice.Next(12)];
            }

            bytes = dice.Next(4) == 0 ? bytes[..dice.Next(bytes.Length)] : bytes;
            try
            {
                _ = at < Commands.Length ? (object)BookingJson.ReadCommand(bytes) : BookingJson.ReadEvent(bytes);
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
