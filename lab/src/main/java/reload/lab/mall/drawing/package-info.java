/// Draws the demo mall's pictures: garments cut from a few numbers, dyed, woven and laid in low winter light.
/// Pure text to text: the same product is always the same picture.
@NullMarked
package reload.lab.mall.drawing;

import org.jspecify.annotations.NullMarked;
