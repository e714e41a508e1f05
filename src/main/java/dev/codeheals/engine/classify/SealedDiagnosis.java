package dev.codeheals.engine.classify;

/// A diagnosis with the hash that seals it.
///
/// @param diagnosis the packet
/// @param hash      lower-case hex SHA-256 of the packet in canonical JSON (RFC 8785)
public record SealedDiagnosis(Diagnosis diagnosis, String hash) {

    public static SealedDiagnosis seal(Diagnosis diagnosis) {
        return new SealedDiagnosis(diagnosis, PacketHash.of(diagnosis));
    }

    /// Whether the packet is still the one that was sealed.
    public boolean intact() {
        return PacketHash.of(diagnosis).equals(hash);
    }
}
