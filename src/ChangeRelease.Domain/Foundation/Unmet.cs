namespace ChangeRelease.Domain.Foundation;

/// <summary>Judges requirements that no table asks for.</summary>
internal static class Unmet
{
    /// <summary>Every reason why an attempt does not meet some requirements; those that wait for others are listed as not judged (S-3).</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="requirements">The requirements, each after those that it waits for.</param>
    public static ValueList<Refusal> Of<TAttempt>(TAttempt attempt, params IEnumerable<Requirement<TAttempt>> requirements)
    {
        var (missing, refusals) = (new List<Requirement<TAttempt>>(), new List<Refusal>());
        foreach (var requirement in requirements)
        {
            var waiting = requirement.WaitsFor.Where(missing.Contains).Select(other => other.Code).ToValueList();
            if (waiting.Count == 0 && requirement.IsMetBy(attempt))
            {
                continue;
            }

            missing.Add(requirement);
            refusals.AddRange(waiting.Count > 0 ? [requirement.Unjudged(waiting)] : requirement.Refuse(attempt));
        }

        return refusals.ToValueList();
    }
}
