namespace ChangeRelease.Domain.Changes;

/// <summary>How the people stand whom a change reaches, each from 1 to 5.</summary>
/// <param name="Resistance">How much they resist it; 5 is the most, and the worst.</param>
/// <param name="Readiness">How ready they are for it; 5 is the most, and the best.</param>
/// <param name="Training">How well they are trained for it; 5 is the most, and the best.</param>
public sealed record OrganizationalScores(int Resistance, int Readiness, int Training)
{
    internal const int Least = 1;
    internal const int Most = 5;

    internal IEnumerable<(string Name, int Score)> All => [("resistance", Resistance), ("readiness", Readiness), ("training", Training)];
}
