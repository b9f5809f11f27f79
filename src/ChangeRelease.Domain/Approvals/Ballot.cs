using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Approvals;

/// <summary>Everything that the counting of votes looks at: the subject's votes and content, and the facts (S-2).</summary>
/// <param name="Quorum">What the policy asks for; null when there is no policy, or it does not name this act.</param>
/// <param name="Directory">Who is in which role; null when it could not be looked up.</param>
/// <param name="Content">The digest of the content as it is now.</param>
/// <param name="Votes">The votes that stand.</param>
/// <param name="Contributors">Who had a hand in the content.</param>
/// <param name="Now">The instant of the decision.</param>
public sealed record Ballot(
    Quorum? Quorum,
    DirectorySnapshot? Directory,
    Digest Content,
    ValueList<Vote> Votes,
    Contributors Contributors,
    Instant Now)
{
    /// <summary>Counts the votes.</summary>
    /// <returns>The tally.</returns>
    /// <exception cref="InvalidOperationException">There is no quorum or no directory to count by; ask for them first.</exception>
    public Tally Count() => Quorum is { } quorum && Directory is { } directory
        ? Tally.Of(this, quorum, directory)
        : throw new InvalidOperationException("Votes are counted by a quorum and a directory, and one of them is missing.");

    internal string? StruckBecause(Vote vote, Quorum quorum, DirectorySnapshot directory) => vote switch
    {
        _ when vote.Seen != Content => "it names another content than the present one",
        _ when quorum.Validity is { } validity && vote.At + validity <= Now => $"it expired at {(vote.At + validity).ToText()}",
        _ when !directory.Has(vote.Voter, quorum.Role) => $"{vote.Voter} is not in {quorum.Role}",
        _ when Contributors.Include(vote.Voter) => $"{vote.Voter} had a hand in it ({string.Join("; ", Contributors.Of(vote.Voter).Select(hand => hand.Part))})",
        _ => null,
    };
}
