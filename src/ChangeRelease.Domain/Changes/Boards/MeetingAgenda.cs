using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What one meeting is to decide on, as it was set: the changes with the contents that the board reads (S-23).</summary>
/// <param name="Items">The changes, in the order in which they are taken.</param>
/// <param name="LeftOut">The changes that wait for the board and are not taken, each with the reason.</param>
public sealed record MeetingAgenda(ValueList<PinnedChange> Items, ValueList<OmittedChange> LeftOut)
{
    /// <summary>Nothing yet.</summary>
    public static MeetingAgenda Empty { get; } = new([], []);

    /// <summary>Pins an agenda that was worked out.</summary>
    /// <param name="agenda">The agenda.</param>
    /// <returns>The same changes in the same order, at the versions and with the contents that it was worked out from.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="agenda"/> is null.</exception>
    public static MeetingAgenda Of(BoardAgenda agenda)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        return new MeetingAgenda(
            agenda.Items.Select(item => new PinnedChange(item.Change, item.Version, item.Content)).ToValueList(),
            agenda.LeftOut.Select(left => new OmittedChange(left.Item.Change, left.Why)).ToValueList());
    }
}

/// <summary>A change on the agenda of a meeting, as it was when the agenda was set.</summary>
/// <param name="Change">The change.</param>
/// <param name="Version">The version of its history.</param>
/// <param name="Content">The digest of its content: what the board decides on.</param>
public sealed record PinnedChange(ChangeId Change, long Version, Digest Content);

/// <summary>A change that waits for the board and was left out.</summary>
/// <param name="Change">The change.</param>
/// <param name="Why">Why, as the rest of a sentence.</param>
public sealed record OmittedChange(ChangeId Change, string Why)
{
    /// <summary>Why, as the rest of a sentence.</summary>
    public string Why { get; init => field = Text.Canonical(value, nameof(Why)); } = Text.Canonical(Why, nameof(Why));
}
