using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Scheduling;

/// <summary>A ledger's own commands, one sentence each (S-51).</summary>
public sealed class BookingDeciderTests
{
    private static readonly Instant Opening = NaiveLedger.Opening;
    private static readonly Duration Microsecond = Duration.FromNanoseconds(1_000);
    private static readonly HolderId Patches = new("patches");
    private static readonly HolderId Drill = new("drill");
    private static readonly Target Payments = new(new ServiceId("payments"), new EnvironmentId("production"));
    private static readonly ChangeCalendar Mornings = ChangeCalendar.Define(
        new CalendarId("mornings"), 1, CalendarDefault.ClosedByDefault,
        [
            new Window(new RuleId("morning"), "Morning", "Etc/UTC", Recurrence.Weekly(new LocalTime(10, 0), Enum.GetValues<IsoDayOfWeek>().AsSpan(1)), RuleLength.Until(new LocalTime(12, 0)), Scope.AllOf(Scope.Service(Payments.Service), Scope.Tenant(new TenantId("acme")))) { Capacity = 1 },
        ],
        DateTimeZoneProviders.Tzdb);

    private BookingLedger _ledger = BookingLedger.Empty;
    private LedgerKey _key = LedgerKey.Of(new EnvironmentId("production"));
    private Instant _now = Opening;

    [Fact]
    public void A_ledger_whose_capacity_nobody_declared_holds_nothing() =>
        Ask(Hold(Patches, 1, 2)).Refusals.Single(refusal => !refusal.IsUnjudged).Should().Match<Refusal>(refusal => refusal.Code == "booking.capacity.undeclared" && refusal.Remedies.Single().Role == BookingNeeds.Stewards);

    [Fact]
    public void Only_a_steward_declares_a_capacity_and_the_same_again_is_so_already()
    {
        Codes(new DeclareCapacity(2)).Should().Equal("booking.capacity.not-a-steward");
        BookingDecider.Decide(_ledger, new DeclareCapacity(2), new BookingFacts(new Stamp(_now, BookingDice.Sue, new CommandId("c")), _key, NaiveLedger.HoldStands))
            .Refusals.Select(refusal => refusal.Code).Should().Equal("booking.directory.missing", "booking.capacity.not-a-steward");
        Do(new DeclareCapacity(2), "one", BookingDice.Sue).Should().ContainSingle();
        Do(new DeclareCapacity(2), "two", BookingDice.Sue).Should().BeEmpty();
    }

    [Fact]
    public void Slots_that_merely_touch_do_not_meet()
    {
        Declared(1);
        Do(Hold(Patches, 1, 2), "first");
        Do(Hold(Drill, 2, 3), "second");

        Codes(Hold(Drill, 1, 3)).Should().Equal("booking.ledger.full");
    }

    [Fact]
    public void A_capacity_is_of_each_instant_and_not_of_all_that_overlap()
    {
        Declared(2);
        Do(Hold(Patches, 1, 3), "first");
        Do(Hold(Patches, 4, 6), "second");

        Do(Hold(Drill, 1, 6), "third").Should().ContainSingle();
        Codes(Hold(Drill, 2, 5)).Should().Equal("booking.ledger.full", "booking.ledger.full");
        Codes(Hold(Drill, 3, 4)).Should().BeEmpty();
    }

    [Fact]
    public void A_hold_that_nobody_confirms_expires_by_itself()
    {
        Declared(1);
        Do(Hold(Patches, 1, 2), "first");

        _now += NaiveLedger.HoldStands - Microsecond;
        Codes(Hold(Drill, 1, 2)).Should().Equal("booking.ledger.full");
        _now += Microsecond;
        Codes(Hold(Drill, 1, 2)).Should().BeEmpty();
        Codes(new ConfirmBooking(Patches, new CommandId("first"))).Should().Equal("booking.request.not-standing");
    }

    [Fact]
    public void A_refusal_says_when_a_hold_would_expire_and_which_slot_has_a_place()
    {
        Declared(1);
        Do(Hold(Patches, 1, 2), "first");

        var refusal = Ask(Hold(Drill, 1, 2)).Refusals.Single();

        refusal.Earliest.Should().Be(Opening + NaiveLedger.HoldStands);
        refusal.ToString().Should().Be("booking.ledger.full: All places of environment production are taken in [2026-11-02T10:00:00Z, 2026-11-02T11:00:00Z). Take the earliest slot that has a place, [2026-11-02T09:00:00Z, 2026-11-02T10:00:00Z). Wait until 2026-11-02T09:05:00Z.");
    }

    [Fact]
    public void What_is_confirmed_is_not_cured_by_waiting()
    {
        Declared(1);
        Do(Hold(Patches, 1, 2), "first");
        Do(new ConfirmBooking(Patches, new CommandId("first")), "second");

        _now += Duration.FromMinutes(30);
        Ask(Hold(Drill, 1, 2)).Refusals.Single().Earliest.Should().BeNull();
    }

    [Fact]
    public void A_sweep_notes_what_expired_once_and_changes_no_answer()
    {
        Declared(2);
        Do(Hold(Patches, 1, 2), "first");
        Do(Hold(Patches, 2, 3), "second");
        Do(new ConfirmBooking(Patches, new CommandId("second")), "third");
        _now += NaiveLedger.HoldStands;
        BookingCommand[] asked = [new ConfirmBooking(Patches, new CommandId("first")), new ReleaseBooking(Patches, new CommandId("first")), new MoveBooking(Patches, new CommandId("first"), [NaiveLedger.Slot(5, 6)]), Hold(Drill, 1, 2), new ReleaseHolder(Patches)];
        var before = asked.Select(command => Ask(command)).ToList();

        Do(new ExpireBookings(), "sweep").Should().ContainSingle().Which.Should().BeOfType<BookingExpired>().Which.Command.Should().Be(new CommandId("first"));

        Do(new ExpireBookings(), "again").Should().BeEmpty();
        _ledger.Bookings.Should().ContainSingle();
        asked.Select(command => Ask(command)).Should().Equal(before);
    }

    [Fact]
    public void A_move_takes_the_new_slots_and_gives_up_the_old_ones_in_one_event()
    {
        Declared(1);
        Do(Hold(Patches, 1, 3), "first");
        Do(new ConfirmBooking(Patches, new CommandId("first")), "second");

        Do(new MoveBooking(Patches, new CommandId("first"), [NaiveLedger.Slot(2, 4)]), "third").Should().ContainSingle().Which.Should().BeOfType<BookingMoved>();

        _ledger.Find(Patches, new CommandId("first"), _now)!.Should().Match<Booking>(booking => booking.IsConfirmed && booking.Slots.Single() == NaiveLedger.Slot(2, 4));
        Codes(Hold(Drill, 1, 2)).Should().BeEmpty();
        Codes(Hold(Drill, 3, 4)).Should().Equal("booking.ledger.full");
    }

    [Fact]
    public void A_move_that_finds_no_place_leaves_everything_as_it_was()
    {
        Declared(1);
        Do(Hold(Patches, 1, 2), "first");
        Do(Hold(Drill, 2, 3), "second");
        var before = _ledger;

        Codes(new MoveBooking(Patches, new CommandId("first"), [NaiveLedger.Slot(2, 3)])).Should().Equal("booking.ledger.full");
        Codes(new MoveBooking(Drill, new CommandId("second"), [NaiveLedger.Slot(1, 2)])).Should().Equal("booking.ledger.full");
        _ledger.Should().Be(before);
    }

    [Fact]
    public void A_move_prolongs_no_hold()
    {
        Declared(1);
        Do(Hold(Patches, 1, 2), "first");
        _now += Duration.FromMinutes(4);
        Do(new MoveBooking(Patches, new CommandId("first"), [NaiveLedger.Slot(3, 4)]), "second");

        _ledger.Find(Patches, new CommandId("first"), _now)!.Expires.Should().Be(Opening + NaiveLedger.HoldStands);
    }

    [Fact]
    public void A_move_to_where_it_is_has_happened_already_even_when_the_slot_has_begun()
    {
        Declared(1);
        Do(Hold(Patches, 1, 2), "first");
        Do(new ConfirmBooking(Patches, new CommandId("first")), "second");
        _now += Duration.FromHours(3);

        Do(new MoveBooking(Patches, new CommandId("first"), [NaiveLedger.Slot(1, 2)]), "third").Should().BeEmpty();
        Codes(new MoveBooking(Patches, new CommandId("first"), [NaiveLedger.Slot(2, 3)])).Should().Equal("booking.slot.past");
    }

    [Fact]
    public void One_booking_is_released_or_all_of_a_holder()
    {
        Declared(3);
        Do(Hold(Patches, 1, 2), "first");
        Do(Hold(Patches, 1, 2), "second");
        Do(Hold(Drill, 1, 2), "third");

        Do(new ReleaseBooking(Patches, new CommandId("first")), "fourth");
        _ledger.Bookings.Select(booking => booking.Command.Value).Should().Equal("second", "third");
        Do(new ReleaseHolder(Patches), "fifth");
        _ledger.Bookings.Select(booking => booking.Command.Value).Should().Equal("third");
        Do(new ReleaseHolder(Patches), "sixth").Should().BeEmpty();
        Codes(new ReleaseBooking(Patches, new CommandId("second"))).Should().Equal("booking.request.not-standing");
    }

    [Fact]
    public void Another_person_touches_nothing_of_a_holder_unless_it_is_a_steward()
    {
        Declared(3);
        Do(Hold(Patches, 1, 2), "first");
        BookingCommand[] foreign = [new ConfirmBooking(Patches, new CommandId("first")), new MoveBooking(Patches, new CommandId("first"), [NaiveLedger.Slot(2, 3)]), new ReleaseBooking(Patches, new CommandId("first")), new ReleaseHolder(Patches), Hold(Patches, 4, 5)];

        foreign.Should().AllSatisfy(command => Ask(command, BookingDice.Bob).Refusals.Single().Code.Should().Be("booking.holder.of-another"));
        foreign.Should().AllSatisfy(command => Ask(command, BookingDice.Sue).IsAccepted.Should().BeTrue());
        foreign.Should().AllSatisfy(command => Ask(command, BookingDice.Bot).IsAccepted.Should().BeTrue("the bot is ann's"));
    }

    [Fact]
    public void What_a_steward_holds_for_a_holder_is_whose_the_holder_is()
    {
        Declared(3);
        Do(Hold(Patches, 1, 2), "first");
        Do(Hold(Patches, 2, 3), "second", BookingDice.Sue);

        _ledger.Bookings.Select(booking => booking.Owner).Should().Equal(BookingDice.Ann.Id, BookingDice.Ann.Id);
    }

    [Fact]
    public void The_same_command_again_has_happened_already_and_with_other_content_is_refused()
    {
        Declared(1);
        Do(Hold(Patches, 1, 2), "first");
        Do(new ReleaseHolder(Patches), "second");

        Do(Hold(Patches, 1, 2), "first").Should().BeEmpty("it took effect, though what it did is undone");
        Codes(Hold(Patches, 2, 3), "first").Should().Equal("booking.request.command-id-reused");
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        Declared(1);
        Do(Hold(Patches, 1, 2), "first");

        Ask(new HoldSlots(Patches, [], []), BookingDice.Bob).Refusals.Select(refusal => (refusal.Code, refusal.IsUnjudged)).Should().Equal(
            ("booking.holder.of-another", false), ("booking.slot.missing", false), ("booking.slot.out-of-order", true), ("booking.slot.past", true), ("booking.ledger.full", true));
    }

    [Fact]
    public void A_capacity_is_not_lowered_below_what_is_held_from_now_on()
    {
        Declared(2);
        Do(Hold(Patches, 1, 3), "first");
        Do(new ConfirmBooking(Patches, new CommandId("first")), "second");
        Do(Hold(Drill, 2, 4), "third");
        Do(new ConfirmBooking(Drill, new CommandId("third")), "fourth");

        var refusal = Ask(new DeclareCapacity(1), BookingDice.Sue).Refusals.Single();

        (refusal.Code, refusal.Earliest).Should().Be(("booking.capacity.exceeded", Opening + Duration.FromHours(3)));
        _now = Opening + Duration.FromHours(3);
        Ask(new DeclareCapacity(1), BookingDice.Sue).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public void In_the_ledger_of_a_calendar_the_places_of_its_windows_count()
    {
        _key = LedgerKey.Of(Mornings.Id);
        Ask(new DeclareCapacity(5), BookingDice.Sue).Refusals.Select(refusal => refusal.Code).Should().Equal("booking.capacity.of-windows", "booking.capacity.exceeded");
        Codes(Hold(Patches, 1, 2)).Should().Equal("booking.target.missing");

        Do(new HoldSlots(Patches, [NaiveLedger.Slot(1, 2)], [Payments]), "first").Should().ContainSingle();

        var refusal = Ask(new HoldSlots(Drill, [NaiveLedger.Slot(2, 3)], [Payments])).Refusals.Single();
        (refusal.Code, refusal.Earliest).Should().Be(("booking.slot.full", Opening + NaiveLedger.HoldStands));
        refusal.Remedies[0].Text.Should().Be("Take the earliest slot that has a place, [2026-11-03T10:00:00Z, 2026-11-03T11:00:00Z)");
        Codes(new HoldSlots(Drill, [NaiveLedger.Slot(2, 3)], [Payments with { Service = new ServiceId("search") }])).Should().BeEmpty("the window is about payments");
        Codes(new MoveBooking(Patches, new CommandId("first"), [NaiveLedger.Slot(2, 3)])).Should().BeEmpty("it gives its own place up");
    }

    [Fact]
    public void Without_its_calendar_the_ledger_of_a_calendar_holds_nothing()
    {
        _key = LedgerKey.Of(new CalendarId("another"));

        Codes(new HoldSlots(Patches, [NaiveLedger.Slot(1, 2)], [Payments])).Should().Equal("booking.calendar.missing");
    }

    [Fact]
    public void What_a_history_of_its_own_keeps_is_not_touched_and_counts()
    {
        _key = LedgerKey.Of(Mornings.Id);
        var (change, schedule) = (new HolderId("change CHG-1"), new CommandId("schedule"));
        var stamp = new Stamp(Opening, BookingDice.Ann, new CommandId("hold-1"));
        _ledger = BookingLedger.Fold(_ledger, new BookingHeld(stamp, new Booking(change, schedule, [NaiveLedger.Slot(1, 2)], [Payments with { Tenant = new TenantId("acme") }], 7, Opening + NaiveLedger.HoldStands)));

        BookingCommand[] touching = [new ConfirmBooking(change, schedule), new MoveBooking(change, schedule, [NaiveLedger.Slot(5, 6)]), new ReleaseBooking(change, schedule), new ReleaseHolder(change)];
        touching.Should().AllSatisfy(command => Ask(command, BookingDice.Sue).Refusals.Select(refusal => refusal.Code).Should().StartWith("booking.holder.kept-elsewhere"));
        Codes(new HoldSlots(Drill, [NaiveLedger.Slot(1, 2)], [Payments])).Should().Equal("booking.slot.full");
    }

    [Fact]
    public void A_holder_of_the_same_name_without_a_history_is_another_one()
    {
        _key = LedgerKey.Of(Mornings.Id);
        var (name, schedule) = (new HolderId("change CHG-1"), new CommandId("schedule"));
        var stamp = new Stamp(Opening, BookingDice.Ann, new CommandId("hold-1"));
        Do(new HoldSlots(name, [NaiveLedger.Slot(5, 6)], [Payments]), "schedule");
        _ledger = BookingLedger.Fold(_ledger, new BookingHeld(stamp, new Booking(name, schedule, [NaiveLedger.Slot(1, 2)], [Payments], 7, Opening + NaiveLedger.HoldStands)));
        _ledger = BookingLedger.Fold(_ledger, _ledger.Settle(stamp, name, [NaiveLedger.Slot(1, 2)], 7)!);

        _ledger.Bookings.Select(booking => (booking.Owner, booking.IsConfirmed)).Should().BeEquivalentTo([(BookingDice.Ann.Id, false), ((ActorId?)null, true)]);
        _ledger.For(name, _now).Own.Should().Equal(NaiveLedger.Slot(1, 2));
        _ledger.For(name, _now).Others.Select(other => other.Slot).Should().Equal(NaiveLedger.Slot(5, 6));
        Do(new ReleaseHolder(name), "release");
        _ledger.Bookings.Should().ContainSingle().Which.Owner.Should().BeNull();
        _ledger = BookingLedger.Fold(_ledger, _ledger.Settle(stamp, name, [], 8)!);
        _ledger.Bookings.Should().BeEmpty();
    }

    [Fact]
    public void Time_does_not_run_backwards()
    {
        Declared(1);
        _now -= Microsecond;

        var refusal = Ask(Hold(Patches, 1, 2)).Refusals.Single();

        (refusal.Code, refusal.Earliest).Should().Be(("booking.time.backwards", Opening));
    }

    [Fact]
    public void What_could_never_be_is_not_taken()
    {
        FluentActions.Invoking(() => new DeclareCapacity(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new BookingFacts(new Stamp(_now, BookingDice.Ann, new CommandId("c")), _key, Duration.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => LedgerKey.Of((ServiceId)null!)).Should().Throw<ArgumentNullException>();
        LedgerKey.Of(new ServiceId("x")).Should().NotBe(LedgerKey.Of(new EnvironmentId("x")));
    }

    private static HoldSlots Hold(HolderId holder, int from, int until) => new(holder, [NaiveLedger.Slot(from, until)], []);

    private void Declared(int capacity) => Do(new DeclareCapacity(capacity), "declare", BookingDice.Sue);

    private ValueList<BookingEvent> Do(BookingCommand command, string id, Actor? actor = null)
    {
        var decision = Ask(command, actor, id);
        decision.Refusals.Should().BeEmpty("{0} is accepted", command);
        _ledger = decision.Events.Aggregate(_ledger, BookingLedger.Fold);
        return decision.Events;
    }

    private IEnumerable<string> Codes(BookingCommand command, string id = "asking") =>
        Ask(command, null, id).Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);

    private Decision<BookingEvent> Ask(BookingCommand command, Actor? actor = null, string id = "asking") => BookingDecider.Decide(
        _ledger,
        command,
        new BookingFacts(new Stamp(_now, actor ?? BookingDice.Ann, new CommandId(id)), _key, NaiveLedger.HoldStands)
        {
            Calendar = _key.Calendar is { } id2 && id2 == Mornings.Id ? Mornings : null,
            Roles = actor == BookingDice.Sue ? [BookingNeeds.Stewards] : [],
            Tenant = new TenantId("acme"),
        });
}
