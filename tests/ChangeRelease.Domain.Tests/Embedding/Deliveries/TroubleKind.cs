namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>What breaks.</summary>
internal enum TroubleKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The append was done, and nobody learns it.</summary>
    AnswerLost,

    /// <summary>The append was not done.</summary>
    BrokenBefore,
}
