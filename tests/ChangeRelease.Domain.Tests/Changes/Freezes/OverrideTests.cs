using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Freezes;

/// <summary>A freeze is overridden for one change by two people, for one occurrence, as long as the change stays as it was authorized (S-48).</summary>
public sealed class OverrideTests
{
    private static readonly Duration Microsecond = Duration.FromNanoseconds(1_000);
    private static readonly Slot Within = new(Cast.Frozen.Start + Duration.FromHours(2), Cast.Frozen.Start + Duration.FromHours(5));

    [Fact]
    public void What_is_frozen_says_who_may_override_it()
    {
        var refusal = Approved().Ask(Scheduling(Approved())).Refusals.Single();

        refusal.Code.Should().Be("change.slot.frozen");
        refusal.Remedies.Should().ContainSingle(remedy => remedy.Role == Cast.Overriders).Which.Text.Should().Be("Have two people who are freeze-overriders override the freeze audit: one proposes it, the other confirms");
    }

    [Fact]
    public void What_two_people_overrode_is_scheduled_and_made_within_the_freeze()
    {
        var traveler = Approved().Go("RequestOverride", "OverrideFreeze");

        traveler.Do(Scheduling(traveler)).Refusals.Should().BeEmpty();
        var start = traveler.Good("Start");
        traveler.Do(start).Refusals.Should().BeEmpty();
        start.Facts.Stamp.At.Should().BeGreaterThan(Cast.Frozen.Start);
    }

    [Fact]
    public void A_proposal_alone_overrides_nothing()
    {
        var traveler = Approved().Go("RequestOverride");

        traveler.Ask(Scheduling(traveler)).Refusals.Select(refusal => refusal.Code).Should().Equal("change.slot.frozen");
    }

    [Fact]
    public void One_person_who_holds_every_role_is_no_second_person()
    {
        var traveler = Approved().Go("RequestOverride");
        var everything = Cast.Directory with { Memberships = new[] { Cast.Board, Cast.Overriders, Cast.Recorders, Needs.Assessors }.Select(role => new Membership(role, [Cast.Petra.Id])).ToValueList() };
        var move = traveler.By(Cast.Petra, new ConfirmFreezeOverride(Cast.Audit, Cast.Frozen.Start));

        Codes(traveler.Ask(move with { Facts = move.Facts with { Directory = everything } })).Should().Equal("change.override.same-person");
    }

    [Fact]
    public void Two_accounts_of_one_person_are_one_person()
    {
        var traveler = Approved().Go("RequestOverride");
        var twin = Cast.Directory with { ServiceAccounts = [new ServiceAccount(Cast.Quinn.Id, Cast.Petra.Id)] };
        var move = traveler.Good("OverrideFreeze");

        Codes(traveler.Ask(move with { Facts = move.Facts with { Directory = twin } })).Should().Equal("change.override.not-permitted", "change.override.same-person");
    }

    [Fact]
    public void Who_requested_the_change_may_propose_and_does_not_confirm()
    {
        var traveler = Approved();
        traveler.Do(traveler.By(Cast.Rita, new ProposeFreezeOverride(Cast.Audit, Cast.Frozen.Start, "we are late"))).Refusals.Should().BeEmpty();
        traveler.Ask(traveler.Good("OverrideFreeze")).Refusals.Should().BeEmpty();
        traveler.Go("RequestOverride");

        Codes(traveler.Ask(traveler.By(Cast.Rita, new ConfirmFreezeOverride(Cast.Audit, Cast.Frozen.Start)))).Should().Equal("change.override.contributed");
    }

    [Fact]
    public void A_service_account_in_the_role_neither_proposes_nor_confirms()
    {
        var directory = Cast.Directory with { Memberships = Cast.Directory.Memberships.With(new Membership(Cast.Overriders, [Cast.Bot.Id])) };
        var traveler = Approved().Go("RequestOverride");
        var (propose, confirm) = (traveler.By(Cast.Bot, new ProposeFreezeOverride(Cast.Audit, Cast.Frozen.Start, "now")), traveler.By(Cast.Bot, new ConfirmFreezeOverride(Cast.Audit, Cast.Frozen.Start)));

        Codes(traveler.Ask(propose with { Facts = propose.Facts with { Directory = directory } })).Should().Equal("change.override.not-permitted");
        Codes(traveler.Ask(confirm with { Facts = confirm.Facts with { Directory = directory } })).Should().Equal("change.override.not-permitted", "change.override.same-person");
    }

    [Fact]
    public void A_proposal_is_confirmed_one_microsecond_before_it_expires_and_not_then()
    {
        var traveler = Approved().Go("RequestOverride");
        var expires = traveler.Events[^1].Header.Stamp.At + Duration.FromHours(1);

        traveler.Change.OverrideRequests.Single().Expires.Should().Be(expires);
        traveler.Ask(traveler.By(Cast.Quinn, new ConfirmFreezeOverride(Cast.Audit, Cast.Frozen.Start), expires - Microsecond)).Refusals.Should().BeEmpty();
        Codes(traveler.Ask(traveler.By(Cast.Quinn, new ConfirmFreezeOverride(Cast.Audit, Cast.Frozen.Start), expires))).Should().Equal("change.override.proposal-expired");
    }

    [Theory]
    [InlineData("Amend", "material", true)]
    [InlineData("Amend", "immaterial", false)]
    [InlineData("Reauthorize", null, true)]
    [InlineData("Hold", null, false)]
    [InlineData("Schedule", null, false)]
    public void An_override_is_void_with_the_authorization_and_only_then(string trigger, string? wanted, bool isVoid)
    {
        var traveler = Approved().Go("RequestOverride", "OverrideFreeze");
        traveler.Change.FreezePasses.Should().Equal(new FreezePass(Cast.Audit, Cast.Frozen));

        traveler.Do(traveler.Good(trigger, wanted)).Refusals.Should().BeEmpty();

        traveler.Change.FreezePasses.Should().HaveCount(isVoid ? 0 : 1);
    }

    [Fact]
    public void A_pre_authorization_that_lapses_takes_the_override_with_it()
    {
        var traveler = new Traveler("pre-approved").Go("Submit", "OverrideFreeze", "FallBack");

        traveler.Change.FreezePasses.Should().BeEmpty();
        traveler.Change.OverrideRequests.Should().BeEmpty();
    }

    [Fact]
    public void A_freeze_that_was_prolonged_since_binds_again()
    {
        var traveler = Approved().Go("RequestOverride", "OverrideFreeze");
        var move = Scheduling(traveler);
        ChangeCalendar Frozen(Duration length) => ChangeCalendar.Define(
            Cast.Calendar.Id, 2, CalendarDefault.OpenByDefault, [new Freeze(Cast.Audit, "audit", "Etc/UTC", Recurrence.Once(Cast.Frozen.Start.InUtc().LocalDateTime), RuleLength.For(length), Scope.Everything, "auditors")], DateTimeZoneProviders.Tzdb);

        traveler.Ask(move with { Facts = move.Facts with { Calendar = Frozen(Cast.Frozen.Length) } }).Refusals.Should().BeEmpty();
        Codes(traveler.Ask(move with { Facts = move.Facts with { Calendar = Frozen(Cast.Frozen.Length + Duration.FromHours(1)) } })).Should().Equal("change.slot.frozen");
    }

    [Fact]
    public void An_override_is_of_one_occurrence_and_of_one_freeze()
    {
        var traveler = Approved().Go("RequestOverride", "OverrideFreeze");
        var yearly = ChangeCalendar.Define(
            Cast.Calendar.Id,
            2,
            CalendarDefault.OpenByDefault,
            [
                new Freeze(Cast.Audit, "audit", "Etc/UTC", Recurrence.Yearly(new AnnualDate(11, 20), LocalTime.Midnight), RuleLength.For(Duration.FromDays(1)), Scope.Everything, string.Empty),
                new Freeze(new RuleId("sale"), "sale", "Etc/UTC", Recurrence.Once(new LocalDateTime(2026, 11, 20, 6, 0)), RuleLength.For(Duration.FromHours(6)), Scope.Everything, string.Empty),
            ],
            DateTimeZoneProviders.Tzdb);
        IEnumerable<string> Told(Slot slot) => Codes(traveler.Ask(traveler.By(Cast.Oscar, new ScheduleChange(slot)) is var move ? move with { Facts = move.Facts with { Calendar = yearly } } : null!));
        Slot From(int year, int hour) => new(Instant.FromUtc(year, 11, 20, hour, 0), Instant.FromUtc(year, 11, 20, hour + 3, 0));

        Told(From(2026, 1)).Should().BeEmpty();
        Told(From(2026, 4)).Should().Equal(["change.slot.frozen"], "the sale was not overridden");
        Told(From(2027, 1)).Should().Equal(["change.slot.frozen"], "next year is another occurrence");
    }

    [Fact]
    public void An_emergency_passes_a_freeze_by_its_class_only()
    {
        var (freeze, traveler) = ((Freeze)Cast.Calendar.Rules.Single(), new Traveler("emergency").Go("Submit", "Authorize"));
        var binding = ChangeCalendar.Define(Cast.Calendar.Id, 2, CalendarDefault.OpenByDefault, [freeze with { Exempt = [] }], DateTimeZoneProviders.Tzdb);
        var move = Scheduling(traveler);

        var refusal = traveler.Ask(move with { Facts = move.Facts with { Calendar = binding } }).Refusals.Single();

        refusal.Code.Should().Be("change.slot.frozen");
        refusal.Remedies.Should().NotContain(remedy => remedy.Role == Cast.Overriders);
        Codes(traveler.Ask(traveler.Good("RequestOverride"))).Should().Equal("lifecycle.transition.undefined");
    }

    [Fact]
    public void A_freeze_that_does_not_bind_the_change_cannot_be_overridden_wherever_one_looks()
    {
        var traveler = Approved();
        Instant[] elsewhere = [Cast.Frozen.Start - Microsecond, Cast.Frozen.End, Instant.MinValue, Instant.MaxValue];

        elsewhere.Should().AllSatisfy(at => Codes(traveler.Ask(traveler.By(Cast.Petra, new ProposeFreezeOverride(Cast.Audit, at, "why not")))).Should().Equal("change.override.freeze-unknown"));
    }

    [Fact]
    public void Two_proposals_for_one_occurrence_are_one_and_the_later_counts()
    {
        var traveler = Approved().Go("RequestOverride");
        traveler.Do(traveler.By(Cast.Quinn, new ProposeFreezeOverride(Cast.Audit, Cast.Frozen.End - Microsecond, "I want it too")));

        traveler.Change.OverrideRequests.Single().By.Should().Be(Cast.Quinn);
        Codes(traveler.Ask(traveler.Good("OverrideFreeze"))).Should().Equal("change.override.same-person");
        traveler.Ask(traveler.By(Cast.Petra, new ConfirmFreezeOverride(Cast.Audit, Cast.Frozen.Start))).Refusals.Should().BeEmpty();
    }

    private static Traveler Approved() => new Traveler("normal") { Now = Cast.Frozen.Start - Duration.FromDays(2) }.Go("Submit", "CompleteAssessment", "Authorize");

    private static Move Scheduling(Traveler traveler) => traveler.By(Cast.Oscar, new ScheduleChange(Within));

    private static IEnumerable<string> Codes(Decision<ChangeEvent> decision) => decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);
}
