using System.Text;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What came of comparing two definitions: a yes, or the shortest way to where one is laxer than the other (S-12).</summary>
public sealed record Comparison
{
    internal Comparison(string claim, int explored) => (Claim, Explored) = (claim, explored);

    /// <summary>What was claimed, as a sentence.</summary>
    public string Claim { get; }

    /// <summary>Whether it is so.</summary>
    public bool Holds => Laxity is null;

    /// <summary>How many pairs of places were looked at.</summary>
    public int Explored { get; }

    /// <summary>In what the one is laxer; null when the claim holds.</summary>
    public Laxity? Laxity { get; internal init; }

    /// <summary>A shortest way to the difference, both side by side; empty when the claim holds, or when they differ from the start.</summary>
    public ValueList<JointMove> Moves { get; internal init; } = [];

    /// <summary>What the other asks for at the last move, and this one does not; empty unless that is the difference.</summary>
    public ValueList<RequirementRef> Dropped { get; internal init; } = [];

    /// <summary>The difference as a sentence; empty when the claim holds.</summary>
    public string Explanation { get; internal init; } = string.Empty;

    /// <summary>The claim, and when it is false the moves that lead to the difference, one a line, and the difference.</summary>
    /// <returns>Lines without an end of line after the last one.</returns>
    public override string ToString()
    {
        if (Holds)
        {
            return $"Holds: {Claim}";
        }

        var text = new StringBuilder($"False: {Claim}");
        foreach (var move in Moves)
        {
            text.Append("\n  ").Append(move);
        }

        return text.Append("\n  ").Append(Explanation).ToString();
    }
}
