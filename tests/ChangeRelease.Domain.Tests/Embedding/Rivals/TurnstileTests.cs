using ChangeRelease.Domain.Tests.Embedding.Approvals;
using ChangeRelease.Domain.Tests.Embedding.Bookings;
using ChangeRelease.Domain.Tests.Embedding.Templates;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>Leaving out orders that come to the same as others leaves out no end.</summary>
public sealed class TurnstileTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Some.Select(rivalry => rivalry.Name)];

    private static IEnumerable<Rivalry> Some =>
    [
        .. BookingRivalries.All,
        .. ApprovalRivalries.All.Where((rivalry, at) => rivalry.Arena is VoteArena && at % 4 == 0),
        .. UseRivalries.All.Where(rivalry => rivalry.Name is "one falls back, one reinstates" or "one falls back while it is suspended"),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_orders_that_are_played_end_as_all_orders_do(string name)
    {
        var rivalry = Some.Single(rivalry => rivalry.Name == name);

        var all = await Explorer.EndsAsync(rivalry, playsAll: true);
        var played = await Explorer.EndsAsync(rivalry, playsAll: false);

        output.WriteLine(FormattableString.Invariant($"{all.Plays} orders, {played.Plays} of them played, {all.Ends.Count} ends"));
        played.Ends.Should().BeEquivalentTo(all.Ends);
        played.Plays.Should().BeLessThan(all.Plays);
    }
}
