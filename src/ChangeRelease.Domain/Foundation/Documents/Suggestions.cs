namespace ChangeRelease.Domain.Foundation;

/// <summary>Guesses which known name was meant by one that is not known; what it spends on guessing is bounded.</summary>
internal sealed class Suggestions
{
    private const int MostLength = 64;
    private const int MostEdits = 3;

    private long _left = 5_000_000;

    /// <summary>Ends a message: with a question that names what may have been meant, or with nothing.</summary>
    public string For(string given, IEnumerable<string> known)
    {
        var allowed = Math.Min(MostEdits, (given.Length + 2) / 4);
        return given.Length <= MostLength && Nearest(given, known, allowed) is { } near ? $" Did you mean '{DocumentPath.Shown(near)}'?" : string.Empty;
    }

    private string? Nearest(string given, IEnumerable<string> known, int allowed)
    {
        var (best, fewest) = ((string?)null, allowed + 1);
        foreach (var name in known.Where(name => name.Length <= MostLength && Math.Abs(name.Length - given.Length) <= allowed))
        {
            _left -= (long)(name.Length + 1) * (given.Length + 1);
            if (_left < 0)
            {
                return best;
            }

            var edits = string.Equals(given, name, StringComparison.OrdinalIgnoreCase) ? 0 : Edits(given, name);
            (best, fewest) = edits < fewest ? (name, edits) : (best, fewest);
        }

        return best;
    }

    // Letters put in, taken out, changed, or swapped with their neighbor.
    private static int Edits(string one, string other)
    {
        var (before, last, next) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray(), new int[other.Length + 1]);
        for (var i = 1; i <= one.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                next[j] = Math.Min(Math.Min(last[j], next[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                next[j] = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] ? Math.Min(next[j], before[j - 2] + 1) : next[j];
            }

            (before, last, next) = (last, next, before);
        }

        return last[other.Length];
    }
}
