using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>Who passes a freeze, how many do, and who ends one that has no end (S-48).</summary>
public sealed class ExemptionTests
{
    private static readonly ChangeClass Patch = new("security-patch");
    private static readonly RoleId Sre = new("sre");
    private static readonly Slot Work = Given.Slot("2026-11-02 15:00", "2026-11-02 16:00");
    private static readonly Freeze Sale = Given.OnceFrozen("sale", "2026-11-02 14:00", "8 h") with { Exempt = [Patch], ExemptRoles = [Sre], MostPassing = 2 };
    private static readonly FreezeNotice Notice = new(new ActorId("olga"), Given.Utc("2026-12-01 09:00"));

    private static readonly Freeze Endless = Freeze.UntilFurtherNotice(
        new RuleId("outage"), "outage", "Europe/London", Given.Local("2026-11-02 14:00"), Scope.Everything, "the network is down", Notice);

    [Fact]
    public void A_class_or_a_role_passes_and_nothing_else_does()
    {
        var calendar = Given.Open(Sale);
        bool Passes(CalendarQuestion question) => calendar.Judge(Work, question).IsOpen;

        Passes(Given.ForPayments).Should().BeFalse();
        Passes(new CalendarQuestion([Given.Payments], [new ChangeClass("normal"), Patch])).Should().BeTrue();
        Passes(Given.ForPayments with { Roles = [new RoleId("dba"), Sre] }).Should().BeTrue();
        Passes(Given.ForPayments with { Roles = [new RoleId(Patch.Value)] }).Should().BeFalse("a role is no class");
        calendar.FreezesAt(Work.Start, Given.ForPayments).Should().ContainSingle();
        calendar.FreezesAt(Work.Start, Given.ForPayments with { Roles = [Sre] }).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, true)]
    [InlineData(2, 0, false)]
    [InlineData(1, 5, true)] // what lies elsewhere takes no place
    public void Only_so_many_pass_one_occurrence(int within, int elsewhere, bool isLeft)
    {
        var calendar = Given.Open(Sale with { }, Given.OnceFrozen("other", "2026-11-05 14:00", "1 h"));
        ValueList<Holding> taken =
        [
            .. Enumerable.Range(0, within).Select(_ => Given.Holding("2026-11-02 21:59", "2026-11-02 22:30")),
            .. Enumerable.Range(0, elsewhere).Select(_ => Given.Holding("2026-11-02 22:00", "2026-11-02 23:00")),
        ];
        var question = Given.ForPayments with { Roles = [Sre] };

        var places = calendar.PlacesIn(Work, question, taken).Single();
        (places.Capacity, places.Holders.Count, places.IsFull).Should().Be((2, within, !isLeft));
        calendar.PlacesIn(Work, Given.ForPayments, taken).Should().BeEmpty("what it may not pass has no places for it");

        var found = calendar.EarliestSlot(new SlotRequest(question, new Effort(Duration.Zero, Duration.FromHours(1), Duration.Zero), Work.Start, Work.Start + Duration.FromDays(2)) { Taken = taken });
        found.Slot!.Start.Should().Be(isLeft ? Work.Start : Given.Utc("2026-11-02 22:00"));
        found.Obstacles.Select(obstacle => obstacle.Sentence).Should().Equal(isLeft ? [] : ["Full: freeze 'sale' from 2026-11-02 14:00 to 2026-11-02 22:00 Etc/UTC: 2 of 2 places taken."]);
    }

    [Fact]
    public void A_freeze_until_further_notice_binds_for_good_and_says_who_ends_it()
    {
        var calendar = Given.Open(Endless);

        calendar.Judge(Given.Slot("2026-11-02 13:00", "2026-11-02 14:00"), Given.ForPayments).IsOpen.Should().BeTrue();
        calendar.Judge(new Slot(Given.Utc("7000-01-01 00:00"), Given.Utc("7000-01-02 00:00")), Given.ForPayments).Freezes.Should().ContainSingle().Which.ToString()
            .Should().Be("freeze 'outage' from 2026-11-02 14:00 until further notice Europe/London");
        calendar.At(Given.Utc("2026-11-02 14:00"), Given.ForPayments).NextOpening.Should().BeNull();
        calendar.At(Given.Utc("2026-11-02 13:00"), Given.ForPayments).NextClosing!.At.Should().Be(Given.Utc("2026-11-02 14:00"));
    }

    [Fact]
    public void A_review_is_due_at_its_instant_and_not_before()
    {
        var calendar = Given.Open(Endless, Sale);

        calendar.ReviewsDue(Notice.ReviewAt - Duration.FromNanoseconds(1_000)).Should().BeEmpty();
        calendar.ReviewsDue(Notice.ReviewAt).Should().Equal(Endless);
    }

    [Fact]
    public void What_makes_no_sense_about_exemptions_and_notices_does_not_build()
    {
        CalendarRule[] rules =
        [
            Sale with { MostPassing = 0 },
            Given.OnceFrozen("nobody", "2026-11-02 14:00", "8 h") with { MostPassing = 3 },
            new Window(new RuleId("window"), "window", "Etc/UTC", Recurrence.Once(Given.Local("2026-11-02 14:00")), RuleLength.UntilFurtherNotice, Scope.Everything),
            new Freeze(new RuleId("unowned"), "unowned", "Etc/UTC", Recurrence.Once(Given.Local("2026-11-02 14:00")), RuleLength.UntilFurtherNotice, Scope.Everything, string.Empty),
            Given.OnceFrozen("ended", "2026-11-02 14:00", "8 h") with { Notice = Notice },
            new Freeze(new RuleId("weekly"), "weekly", "Etc/UTC", Recurrence.Weekly(LocalTime.Noon, IsoDayOfWeek.Monday), RuleLength.UntilFurtherNotice, Scope.Everything, string.Empty) { Notice = Notice },
        ];

        ChangeCalendar.Verify(rules, Given.Zones).Select(fault => $"{fault.Rule}: {fault.Code}").Should().Equal(
            "sale: calendar.passing.below-one",
            "nobody: calendar.passing.nobody-exempt",
            "window: calendar.length.open-window",
            "unowned: calendar.notice.missing",
            "ended: calendar.notice.not-needed",
            "weekly: calendar.length.open-recurring");
    }

    [Fact]
    public void The_digest_changes_with_whom_a_freeze_lets_pass_and_with_who_ends_it()
    {
        Freeze[] all =
        [
            Sale,
            Sale with { ExemptRoles = [] },
            Sale with { MostPassing = 3 },
            Sale with { MostPassing = null },
            Sale with { Override = new FreezeOverride(Sre, Duration.FromHours(1)) },
            Sale with { Override = new FreezeOverride(Sre, Duration.FromHours(2)) },
            Endless,
            Endless with { Notice = new FreezeNotice(Notice.Owner, Notice.ReviewAt + Duration.FromDays(1)) },
            Endless with { Notice = new FreezeNotice(new ActorId("otto"), Notice.ReviewAt) },
        ];

        all.Select(freeze => Given.Open(freeze).Digest).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_window_under_a_freeze_that_may_be_passed_is_worth_a_warning_and_is_no_fault()
    {
        var window = Given.OnceOpen("window", "2026-11-02 15:00", "1 h");
        Freeze[] passed = [Sale with { Exempt = [], MostPassing = null }, Sale with { Exempt = [], ExemptRoles = [], MostPassing = null, Override = new FreezeOverride(Sre, Duration.FromHours(1)) }];

        passed.Should().AllSatisfy(freeze => Given.Closed(window, freeze).Warnings.Should().ContainSingle().Which.Code.Should().Be("calendar.window.exempt-only"));
        ChangeCalendar.Verify([window, Sale with { Exempt = [], ExemptRoles = [], MostPassing = null }], Given.Zones).Should().ContainSingle().Which.Code.Should().Be("calendar.window.never-opens");
    }
}
