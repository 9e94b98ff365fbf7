package io.github.pagesmaven.resolve.wheel;

/**
 * One compatibility tag (PEP 425).
 *
 * @param python {@code cp310}
 * @param abi {@code cp310}, {@code none}, or that of the stable ABI
 * @param platform {@code manylinux_2_17_x86_64}, {@code any}
 */
public record WheelTag(String python, String abi, String platform) {
    @Override
    public String toString() {
        return python + "-" + abi + "-" + platform;
    }
}
