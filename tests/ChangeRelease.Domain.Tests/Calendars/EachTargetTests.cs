using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>Several targets, each decided by itself (S-48); tenants; and the single rule that stands in the way (S-46).</summary>
public sealed class EachTargetTests
{
    private static readonly Effort _hour = new(Duration.Zero, Duration.FromHours(1), Duration.Zero);
    private static readonly CalendarQuestion _both = new([Given.Payments, Given.Ledger, Given.Payments], []);

    [Fact]
    public void Each_target_has_its_own_answer()
    {
        var calendar = Given.Open(Given.OnceFrozen("ledger", "2026-11-02 00:00", "24 h", Scope.Service(Given.Ledger.Service)));
        var noon = Given.Utc("2026-11-02 12:00");

        calendar.AtEach(noon, _both).Select(one => (one.Target, one.Availability.IsOpen)).Should().Equal((Given.Payments, true), (Given.Ledger, false));
        calendar.JudgeEach(new Slot(noon, noon + Duration.FromHours(1)), _both).Select(one => one.Judgement.Freezes.Count).Should().Equal(0, 1);
        calendar.EarliestSlotForEach(new SlotRequest(_both, _hour, noon, noon + Duration.FromDays(7))).Select(one => one.Search.Slot!.Start)
            .Should().Equal(noon, Given.Utc("2026-11-03 00:00"));
        calendar.At(noon, _both).IsOpen.Should().BeFalse("together they are open only when each is");
    }

    [Fact]
    public void A_rule_for_one_tenant_is_not_about_another_nor_about_those_who_name_none()
    {
        var acme = new TenantId("acme");
        var calendar = Given.Open(Given.OnceFrozen("acme", "2026-11-02 00:00", "24 h", Scope.AllOf(Scope.Tenant(acme), Scope.Service(Given.Ledger.Service))));
        var noon = Given.Utc("2026-11-02 12:00");
        Target[] targets = [Given.Ledger with { Tenant = acme }, Given.Ledger with { Tenant = new TenantId("other") }, Given.Ledger, Given.Payments with { Tenant = acme }];

        calendar.AtEach(noon, new CalendarQuestion([.. targets], [])).Select(one => one.Availability.IsOpen).Should().Equal(false, true, true, true);
        calendar.Rules[0].Scope.ToString().Should().Be("all of (tenant acme, service ledger)");
        targets[0].ToString().Should().Be("ledger in production for acme");
    }

    [Fact]
    public void The_rules_that_alone_stand_in_the_way_are_told()
    {
        var calendar = Given.Closed(
            Given.Window("mondays", "Etc/UTC", Recurrence.Weekly(new LocalTime(20, 0), IsoDayOfWeek.Monday), "3 h"),
            Given.OnceFrozen("sale", "2026-11-01 00:00", "336 h"),
            Given.OnceFrozen("audit", "2026-11-09 00:00", "24 h"));

        var search = calendar.EarliestSlot(new SlotRequest(Given.ForPayments, _hour, Given.Utc("2026-11-02 00:00"), Given.Utc("2026-11-15 00:00")));

        search.Slot.Should().BeNull();
        search.InTheWay.Should().ContainSingle().Which.ToString()
            .Should().Be("freeze 'sale': without it, [2026-11-02T20:00:00Z, 2026-11-02T21:00:00Z) would fit");
    }

    [Fact]
    public void A_full_window_stands_in_the_way_by_its_limit()
    {
        var calendar = Given.Closed(Given.OnceOpen("only", "2026-11-02 20:00", "3 h") with { Capacity = 1 });
        var request = new SlotRequest(Given.ForPayments, _hour, Given.Utc("2026-11-02 00:00"), Given.Utc("2026-11-15 00:00"))
        {
            Taken = [Given.Holding("2026-11-02 20:00", "2026-11-02 21:00")],
        };

        calendar.EarliestSlot(request).InTheWay.Should().ContainSingle().Which.ToString()
            .Should().Be("window 'only': without its limit, [2026-11-02T20:00:00Z, 2026-11-02T21:00:00Z) would fit");
    }

    [Fact]
    public void Where_two_rules_stand_in_the_way_together_neither_is_told()
    {
        var calendar = Given.Open(Given.OnceFrozen("one", "2026-11-02 00:00", "48 h"), Given.OnceFrozen("other", "2026-11-02 00:00", "48 h"));

        var search = calendar.EarliestSlot(new SlotRequest(Given.ForPayments, _hour, Given.Utc("2026-11-02 00:00"), Given.Utc("2026-11-04 00:00")));

        search.Slot.Should().BeNull();
        search.InTheWay.Should().BeEmpty();
    }
}
