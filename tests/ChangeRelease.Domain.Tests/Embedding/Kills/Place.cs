using System.Globalization;

namespace ChangeRelease.Domain.Tests.Embedding.Kills;

/// <summary>How far a thread has come: which journey of which round it is at.</summary>
internal sealed record Place(int Round, int Tale)
{
    public static Place Parse(string text) => text.Split('.') is [var round, var tale]
        ? new Place(int.Parse(round, CultureInfo.InvariantCulture), int.Parse(tale, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{text}' is no place.");

    public override string ToString() => FormattableString.Invariant($"{Round}.{Tale}");
}
