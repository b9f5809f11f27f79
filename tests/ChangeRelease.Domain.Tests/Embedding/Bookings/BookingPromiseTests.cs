using ChangeRelease.Domain.Tests.Promises;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Bookings;

/// <summary>As much of the promise about rivals for a ledger as a test has time for (S-51).</summary>
public sealed class BookingPromiseTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_128;
    private const int Rounds = 300;

    [Fact]
    public void Every_interleaving_of_rivals_ends_as_some_order_of_them_does()
    {
        var findings = new BookingPromise(isLong: false).Whole();

        output.WriteLine(findings.ToString());
        findings.Told.Should().BeEmpty();
        findings.Checked.Should().BeGreaterThan(1_000);
        findings.Kinds.Values.Should().OnlyContain(plays => plays > 1);
    }

    [Fact]
    public void Eight_racers_come_to_what_some_order_of_them_comes_to_in_every_round()
    {
        var findings = new BookingPromise(isLong: false).Random(Seed, Rounds);

        output.WriteLine(findings.ToString());
        findings.Told.Should().BeEmpty();
        string[] known = ["done", "nothing", "booking.ledger.full", "booking.request.not-standing", "booking.holder.of-another"];
        known.Should().AllSatisfy(kind => findings.Kinds.GetValueOrDefault(kind).Should().BeGreaterThan(Rounds / 10, kind));
    }
}
