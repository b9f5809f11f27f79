namespace ChangeRelease.Domain.Corpora;

/// <summary>What a solver says of an instance: where each job starts, or null; what no makespan is below; and whether there is none at all.</summary>
internal sealed record RcpspAnswer(int[]? Starts, int Bound, bool IsInfeasible)
{
    public int? Makespan => Starts?[^1];

    public bool IsOptimal => Makespan is { } makespan && makespan <= Bound;
}
