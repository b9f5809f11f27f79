using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Embedding.Emergencies;

/// <summary>How far the limit looks back, to the microsecond (S-34, S-40).</summary>
public sealed class PeriodTests
{
    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task A_use_counts_for_the_period_after_it_and_not_a_microsecond_longer()
    {
        var ward = new Ward();
        await ward.Propose(_store, Ward.Id(1));
        await World.Must(ward.Desk(_store), Ward.Id(1), "break", new ConfirmBreakGlass(), Ward.Quinn);
        ward.Now = Ward.Opening + Ward.Period - Ward.Microsecond;
        await ward.Open(_store, Ward.Id(2), "ledger");

        var early = await ward.Desk(_store).HandleAsync(Ward.Id(2), new ProposeBreakGlass("it burns"), Ward.Petra, new CommandId("early"));
        early.Refusals.Select(refusal => refusal.Code).Should().Equal("change.emergency.break-glass-used-up");
        early.Refusals[0].Earliest.Should().Be(Ward.Opening + Ward.Period);

        ward.Now = Ward.Opening + Ward.Period;
        (await ward.Refusals(_store, Ward.Id(2), new ProposeBreakGlass("it burns"), Ward.Petra)).Should().BeEmpty();
        (await ward.Refusals(_store, Ward.Id(2), new ConfirmBreakGlass(), Ward.Quinn)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_next_use_is_left_when_as_many_are_over_as_it_takes()
    {
        var ward = new Ward { Terms = Ward.TermsOf(3) };
        for (var number = 1; number <= 3; number++)
        {
            ward.Now = Ward.Opening + NodaTime.Duration.FromHours(number);
            await ward.Propose(_store, Ward.Id(number), $"service-{number}");
            await World.Must(ward.Desk(_store), Ward.Id(number), "break", new ConfirmBreakGlass(), Ward.Quinn);
        }

        var stricter = new Ward { Terms = Ward.TermsOf(2), Now = ward.Now };
        await stricter.Open(_store, Ward.Id(4), "service-4");

        (await Earliest(ward)).Should().Be(Ward.Opening + NodaTime.Duration.FromHours(1) + Ward.Period);
        (await Earliest(stricter)).Should().Be(Ward.Opening + NodaTime.Duration.FromHours(2) + Ward.Period, "two of three must be over before one of two is left");
        (await Earliest(new Ward { Terms = Ward.TermsOf(0), Now = ward.Now })).Should().BeNull("what is never allowed is not allowed later");
    }

    private async Task<NodaTime.Instant?> Earliest(Ward ward) =>
        (await ward.Desk(_store).ExplainAsync(Ward.Id(4), new ProposeBreakGlass("it burns"), Ward.Petra, new CommandId("ask"))).Refusals.Single().Earliest;
}
